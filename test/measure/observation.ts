import type { App } from './app/app.ts';
import type { Counted } from './app/tally.ts';
import { GENERATOR_CORE } from './lab/machine.ts';
import { processorOf, processorOfMachine, readByChildren } from './lab/processor.ts';

/** What the instruments show of one window. Shares are of what the part was given, 0–1. */
export interface Observation extends Counted {
  /** Processor of PostgreSQL and PgBouncer together. */
  readonly database: number;
  /** All that ran on the core of the database, the load generator and the kernel among them. */
  readonly core: number;
  /** Of which PgBouncer, in shares of one core. */
  readonly pooler: number;
  /** Processor of the app server. */
  readonly app: number;
  /** Megabytes a second that the database had read from disk. */
  readonly disk: number;
  /** Cores that processes of nobody here used meanwhile. */
  readonly others: number;
}

interface Watched {
  readonly app: App;
  readonly database: number;
  readonly cores: number;
  readonly pooler?: number;
}

/** Begins to watch; the returned function ends it. */
export async function observe({
  app,
  database,
  cores,
  pooler,
}: Watched): Promise<() => Promise<Observation>> {
  const now = () => ({
    at: performance.now() / 1000,
    database: processorOf(database),
    pooler: pooler === undefined ? 0 : processorOf(pooler),
    app: processorOf(app.pid),
    own: processorOf(process.pid),
    machine: processorOfMachine(),
    core: processorOfMachine(GENERATOR_CORE),
    disk: readByChildren(database),
  });
  await app.read();
  const from = now();
  return async () => {
    const to = now();
    const counted = await app.read();
    const seconds = to.at - from.at;
    const used = (part: Exclude<keyof typeof to, 'at'>) => (to[part] - from[part]) / seconds;
    // Our own children are in `own`: the database, the pooler, the app server, the generator.
    return {
      ...counted,
      database: (used('database') + used('pooler')) / cores,
      core: used('core'),
      pooler: used('pooler'),
      app: used('app'),
      disk: used('disk') / 1e6,
      others: Math.max(0, used('machine') - used('own')),
    };
  };
}
