import { setTimeout as pause } from 'node:timers/promises';
import { SLOW_SECONDS } from '#src/capacity/rating.ts';
import { type App, startApp } from './app/app.ts';
import { PASSWORD, type Cluster } from './lab/cluster.ts';
import type { Configuration } from './lab/configuration.ts';
import { APP_CORE } from './lab/machine.ts';
import { startPooler } from './lab/pooler.ts';
import { OTHERS, quiet } from './lab/quiet.ts';
import { build } from './lab/table.ts';
import type { Tools } from './lab/tools.ts';
import { type Break, findBreak, gives, type Trial } from './load/break.ts';
import { generate, THINK } from './load/generator.ts';
import { type Observation, observe } from './observation.ts';

export interface Lab {
  readonly tools: Tools;
  readonly cluster: Cluster;
  /** Shorter windows, for a look and not for publication. */
  readonly quick: boolean;
}

export interface Run extends Trial {
  readonly perSecond: number;
  readonly p50: number;
  readonly seen: number;
  /** Share of a core that the load generator used. */
  readonly generator: number;
  readonly window: number;
  /** Runs thrown away before this one, because the machine was not its own. */
  readonly discarded: number;
  /** Whether it counts although the machine was not quiet, for want of a better one. */
  readonly disturbed: boolean;
  readonly observation: Observation;
}

/** Cores of the database, of see `machine.ts` for the others. */
const coresOf = ({ cores }: Configuration['database']) => (cores === 2 ? '0,1' : '0');

const ATTEMPTS = 2;
const MOST_USERS = 12_000;

/** Everything of a configuration, started. */
export async function prepare({ tools, cluster }: Lab, configuration: Configuration) {
  const { table, screen, database } = configuration;
  const { cores, connections, tls, buffers, memory, disk } = database;
  await cluster.use({
    cores: coresOf(database),
    connections,
    tls,
    buffers,
    ...(cores < 1 && { share: cores }),
    ...(memory !== undefined && { memory }),
    ...(disk !== undefined && { disk }),
  });
  if (screen.ask !== 'nothing') {
    const name = await build(cluster, table);
    if (memory === undefined) await cluster.run(`select count(body) from ${name}`);
  }
  const pooler = database.pooler && (await startPooler(tools, cluster, database.pooler, tls));
  const app = await startApp(tools.taskset, APP_CORE, configuration, {
    connect: screen.connect,
    port: pooler?.port ?? cluster.port,
    tls,
    visitor: table.policy !== 'none',
    password: PASSWORD,
  });
  return {
    app,
    pooler,
    async stop() {
      await app.stop();
      await pooler?.stop();
    },
  };
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

interface Level {
  readonly users: number;
  readonly think: { readonly least: number; readonly most: number };
  readonly warm: number;
  readonly window: number;
  readonly seed: number;
}

/** Waits until nothing is left of the load: users who are gone still have their questions answered. */
async function idle(app: App): Promise<void> {
  for (let waited = 0; (await app.read()).open > 0 && waited < 60; waited += 0.2) await pause(200);
}

/** Runs one level of load. */
async function runOnce(
  lab: Lab,
  configuration: Configuration,
  { app, pooler }: Prepared,
  level: Level,
): Promise<Run> {
  let end: (() => Promise<Observation>) | undefined;
  let observation: Observation | undefined;
  const { generator, errors, p50, p95, perSecond, seen } = await generate(
    lab.tools,
    {
      ...level,
      requests: configuration.screen.requests,
      port: app.port,
      late: SLOW_SECONDS + (configuration.screen.slowCall?.seconds ?? 0),
    },
    {
      async begin() {
        const cores = configuration.database.cores;
        end = await observe({
          app,
          database: lab.cluster.pid,
          cores,
          ...(pooler && { pooler: pooler.pid }),
        });
      },
      async end() {
        observation = await end?.();
      },
    },
  );
  if (!observation) throw new Error('The window ended before it began.');
  await idle(app);
  return {
    ...{
      level: level.users,
      p50,
      p95,
      errors,
      perSecond,
      seen,
      generator,
      window: level.window,
      discarded: 0,
      disturbed: false,
    },
    observation,
  };
}

/** Runs one level of load in a quiet moment; again when the machine was disturbed meanwhile. */
export async function run(
  lab: Lab,
  configuration: Configuration,
  prepared: Prepared,
  level: Level,
): Promise<Run> {
  let best: Run | undefined;
  for (let discarded = 0; discarded < ATTEMPTS; discarded++) {
    if (!lab.quick) await quiet();
    const seed = level.seed + 1000 * discarded;
    const result = await runOnce(lab, configuration, prepared, { ...level, seed });
    const { others } = result.observation;
    const disturbed = others > OTHERS;
    if (!best || others < best.observation.others) best = { ...result, discarded, disturbed };
    if (!disturbed) break;
  }
  if (!best) throw new Error('No run was made.');
  return best;
}

/** Seconds in which so many users see 100 screens, at least 7 and at most 60: a tail of a few is chance. */
const windowFor = (users: number) => Math.round(Math.min(60, Math.max(7, 500 / users)));

/** A break, and what a single user saw who does not pause. */
export interface UserBreak extends Break<Run> {
  readonly alone: Run;
}

/** Finds the break of a configuration; `say` is told of every run. */
export async function driveToBreak(
  lab: Lab,
  configuration: Configuration,
  say: (run: Run) => void,
): Promise<UserBreak> {
  const prepared = await prepare(lab, configuration);
  try {
    // A call of seconds needs several times its length until its places are as full as they will be.
    const call = configuration.screen.slowCall?.seconds ?? 0;
    const busy = { think: { least: 0, most: 0 }, warm: 1, window: 4 + 2 * call, seed: 1 };
    // Too slow or failing for a single user: a search by chance among few screens would miss it.
    const alone = await run(lab, configuration, prepared, { ...busy, users: 1 });
    say(alone);
    if (gives(alone)) return { level: 1, holds: 0, gives: 1, trials: [alone], alone };
    const full = await run(lab, configuration, prepared, { ...busy, users: 16 });
    const think = (THINK.least + THINK.most) / 2;
    let seed = 1;
    const found = await findBreak(
      async (users) => {
        const window = (lab.quick ? 6 : windowFor(users)) + 2 * call;
        const result = await run(lab, configuration, prepared, {
          users,
          think: THINK,
          warm: 5 + 2 * call,
          window,
          seed: ++seed,
        });
        say(result);
        return result;
      },
      {
        first: Math.max(1, full.perSecond * (think + 1.8)),
        most: MOST_USERS,
        step: 1.4,
        within: lab.quick ? 1.3 : 1.2,
      },
    );
    return { ...found, alone };
  } finally {
    await prepared.stop();
  }
}
