import type { Resource } from '#src/capacity/rating.ts';
import { driveToBreak, type Lab, type Run, type UserBreak } from './drive.ts';
import type { Configuration, Device } from './lab/configuration.ts';
import { type Head, read } from './lab/record.ts';
import { reference } from './lab/reference.ts';
import type { Break } from './load/break.ts';
import { type Fullness, firstOfVisit, firstToGive, fullness } from './reading.ts';
import { type DeviceRun, driveDevice } from './rows.ts';

/** One drive of a configuration to its break, as it is published. */
export interface Drive {
  /** Users at which more than 5 % of the screens take longer than 3 s, or more than 1 % fail; null where all that was tried held. */
  readonly measured: number | null;
  /** The same as if the load generator had not shared the core of the database, at the usual speed of the machine. */
  readonly corrected: number | null;
  readonly between: readonly [holds: number, gives: number | null];
  readonly first: Resource | 'none' | 'unexplained';
  readonly full?: Fullness;
  /** How fast the machine was, against the time when the constants were measured; by the reference before and after. */
  readonly speed?: number;
  /** Share of a core that the load generator used at the break; above 0.8 it may have been the limit. */
  readonly generator?: number;
  readonly others?: number;
  /** Whether the machine was not quiet, or not at its usual speed: measure it again. */
  readonly disturbed: boolean;
  /** When it began (ISO, UTC); the first ones tell the minute in which they ended. */
  readonly date: string;
  /** With what it was made, where the head names something else. */
  readonly made?: Pick<Head, 'machine' | 'versions'>;
  /** A single user who does not pause, where users were driven. */
  readonly alone?: object;
  readonly runs: readonly object[];
}

/**
 * Speeds of the machine at which a break can be told: all drives that the model is held to were made
 * between 0.97 and 1.11. At a third of it, as when others want the same cores, nobody knows whether every
 * part is slowed alike, so a correction by three says little.
 */
const STEADY = { from: 0.8, to: 1.25 };
export const isSteady = (speed: number) => speed >= STEADY.from && speed <= STEADY.to;

/** Parts that the machine's speed decides on; a pool, a disk or a line has its own. */
const PROCESSORS: ReadonlySet<Drive['first']> = new Set(['cpu', 'function', 'device']);

/** What is told of one level of load; `held` is the mean time of a query in seconds, `disk` in megabytes a second. */
const published = ({ level, p50, p95, errors, perSecond, seen, discarded, observation }: Run) => ({
  ...{ users: level, p50, p95, errors, perSecond, seen, discarded },
  ...{ database: observation.database, app: observation.app, busy: observation.busy },
  ...{ disk: observation.disk, held: observation.held / Math.max(1, observation.queries) },
  ...(observation.firstError !== undefined && { firstError: observation.firstError }),
  failures: observation.failures,
});

/** Nothing where every level held. */
const levelOr = (level: number) => (level === Infinity ? null : level);

function ofUsers(
  configuration: Configuration,
  found: UserBreak,
  speed: number,
  date: string,
): Drive {
  const at =
    found.trials.filter(({ level }) => level === found.gives).at(-1) ?? found.trials.at(-1);
  if (!at) throw new Error('No run was made.');
  const full = fullness(configuration, at.observation, found.alone.observation, at.generator);
  const first =
    found.gives === Infinity ? 'none' : firstToGive(configuration, at.observation, full);
  // Of a database's only core the generator took its part.
  const taken = first === 'cpu' && configuration.database.cores === 1 ? at.generator : 0;
  return {
    measured: levelOr(found.level),
    corrected: levelOr(found.level / (1 - taken) / (PROCESSORS.has(first) ? speed : 1)),
    between: [found.holds, levelOr(found.gives)],
    ...{
      first,
      full,
      speed,
      generator: at.generator,
      others: at.observation.others,
      date,
    },
    disturbed: !isSteady(speed) || found.trials.some(({ disturbed }) => disturbed),
    alone: published(found.alone),
    runs: found.trials.map(published),
  };
}

function ofRows(device: Device, found: Break<DeviceRun>, speed: number, date: string): Drive {
  const at = found.trials.filter(({ level }) => level === found.gives).at(-1);
  const first = at ? firstOfVisit(device, at.visit) : 'none';
  return {
    measured: levelOr(found.level),
    corrected: levelOr(found.level / (first === 'device' ? speed : 1)),
    between: [found.holds, levelOr(found.gives)],
    ...{ first, speed, date },
    disturbed: !isSteady(speed) || found.trials.some(({ disturbed }) => disturbed),
    runs: found.trials.map(({ level, visit }) => ({ rows: level, ...visit })),
  };
}

/** Drives a configuration to its break once, and measures how fast the machine was before and after. */
export async function driveOf(lab: Lab, configuration: Configuration): Promise<Drive> {
  const date = new Date().toISOString();
  const usual = read<{ reference?: number }>('constants')?.reference;
  if (usual === undefined)
    throw new Error('Measure the constants first: npm run measure -- constants');
  const before = await reference(lab);
  const drive = await driven(lab, configuration, date);
  return drive((2 * usual) / (before + (await reference(lab))));
}

/** Drives it; the break is told for a speed of the machine. */
async function driven(
  lab: Lab,
  configuration: Configuration,
  date: string,
): Promise<(speed: number) => Drive> {
  const { device } = configuration;
  if (device) {
    const found = await driveDevice(device, ({ level, p95 }) =>
      console.log(`  ${level} rows: ${p95.toFixed(2)} s`),
    );
    return (speed) => ofRows(device, found, speed, date);
  }
  const found = await driveToBreak(
    lab,
    configuration,
    ({ level, p95, errors, observation, generator, discarded, disturbed }) =>
      console.log(
        `  ${level} users: ${p95.toFixed(2)} s, ${(errors * 100).toFixed(1)} % failed; database ${observation.database.toFixed(2)}, ` +
          `app ${observation.app.toFixed(2)}, generator ${generator.toFixed(2)}, others ${observation.others.toFixed(2)}${discarded ? ', repeated' : ''}${disturbed ? ', disturbed' : ''}`,
      ),
  );
  return (speed) => ofUsers(configuration, found, speed, date);
}
