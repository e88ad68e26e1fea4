import type { Resource } from '#src/capacity/rating.ts';
import { driveToBreak, type Lab, type UserBreak } from './drive.ts';
import type { Configuration } from './lab/configuration.ts';
import { type Head, read, write } from './lab/record.ts';
import { reference } from './lab/reference.ts';
import type { Break } from './load/break.ts';
import { type Fullness, firstToGive, fullness } from './reading.ts';
import { type DeviceRun, driveDevice } from './rows.ts';

/** A measured break, as it is published. */
export interface BreakPoint {
  readonly name: string;
  readonly about: string;
  readonly unit: 'users' | 'rows';
  /** Users at which more than 5 % of the screens take longer than 3 s, or more than 1 % fail. */
  readonly measured: number;
  /** The same as if the load generator had not shared the core of the database, at the usual speed of the machine. */
  readonly corrected: number;
  readonly between: readonly [holds: number, gives: number];
  readonly first: Resource | 'none' | 'unexplained';
  readonly full?: Fullness;
  /** How fast the machine was, against the time when the constants were measured; by the reference before and after. */
  readonly speed?: number;
  /** Share of a core that the load generator used at the break; above 0.8 it may have been the limit. */
  readonly generator?: number;
  readonly others?: number;
  /** Whether a run next to the break was made while the machine was not quiet: measure it again. */
  readonly disturbed: boolean;
  readonly date: string;
  readonly runs: readonly object[];
}

interface Published {
  readonly head: Head;
  readonly breakPoints: readonly BreakPoint[];
}

/** Parts that the machine's speed decides on; a pool, a disk or a line has its own. */
const PROCESSORS: ReadonlySet<BreakPoint['first']> = new Set(['cpu', 'function', 'device']);

const when = () => new Date().toISOString().slice(0, 16);

function ofUsers(configuration: Configuration, found: UserBreak, speed: number): BreakPoint {
  const { name, about } = configuration;
  const at =
    found.trials.filter(({ level }) => level === found.gives).at(-1) ?? found.trials.at(-1);
  if (!at) throw new Error('No run was made.');
  const full = fullness(configuration, at.observation, found.alone.observation, at.generator);
  const first =
    found.gives === Infinity ? 'none' : firstToGive(configuration, at.observation, full);
  // Of a database's only core the generator took its part.
  const taken = first === 'cpu' && configuration.database.cores === 1 ? at.generator : 0;
  return {
    ...{ name, about, unit: 'users', measured: found.level },
    corrected: found.level / (1 - taken) / (PROCESSORS.has(first) ? speed : 1),
    between: [found.holds, found.gives],
    ...{
      first,
      full,
      speed,
      generator: at.generator,
      others: at.observation.others,
      date: when(),
    },
    disturbed: found.trials.some(({ disturbed }) => disturbed),
    runs: found.trials.map(
      ({ level, p50, p95, errors, perSecond, seen, discarded, observation }) => ({
        ...{ users: level, p50, p95, errors, perSecond, seen, discarded },
        ...{ database: observation.database, app: observation.app, busy: observation.busy },
        ...(observation.firstError !== undefined && { firstError: observation.firstError }),
        failures: observation.failures,
      }),
    ),
  };
}

function ofRows(configuration: Configuration, found: Break<DeviceRun>, speed: number): BreakPoint {
  const { name, about } = configuration;
  const at = found.trials.filter(({ level }) => level === found.gives).at(-1);
  const { parse = 0, filter = 0, draw = 0, total = 0 } = at?.visit ?? {};
  const own = parse + filter + draw;
  const first = own > total / 2 ? 'device' : 'network';
  return {
    ...{ name, about, unit: 'rows', measured: found.level },
    corrected: found.level / (first === 'device' ? speed : 1),
    between: [found.holds, found.gives],
    ...{ first, speed, date: when() },
    disturbed: found.trials.some(({ disturbed }) => disturbed),
    runs: found.trials.map(({ level, visit }) => ({ rows: level, ...visit })),
  };
}

/** Measures one break, and how fast the machine was before and after. */
export async function breakPointOf(lab: Lab, configuration: Configuration): Promise<BreakPoint> {
  const usual = read<{ reference?: number }>('constants')?.reference;
  if (usual === undefined)
    throw new Error('Measure the constants first: npm run measure -- constants');
  const before = await reference(lab);
  const drive = await driven(lab, configuration);
  return drive((2 * usual) / (before + (await reference(lab))));
}

/** Drives it; the break is told for a speed of the machine. */
async function driven(
  lab: Lab,
  configuration: Configuration,
): Promise<(speed: number) => BreakPoint> {
  if (configuration.device) {
    const found = await driveDevice(configuration.device, ({ level, p95 }) =>
      console.log(`  ${level} rows: ${p95.toFixed(2)} s`),
    );
    return (speed) => ofRows(configuration, found, speed);
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
  return (speed) => ofUsers(configuration, found, speed);
}

/** Names that were measured while the machine was quiet. */
export function settled(): Set<string> {
  const points = read<Published>('break-points')?.breakPoints ?? [];
  return new Set(points.filter(({ disturbed }) => !disturbed).map(({ name }) => name));
}

/** Puts a break into the published file in place of an older one of the same name. */
export function publish(head: Head, point: BreakPoint): void {
  const earlier = read<Published>('break-points')?.breakPoints ?? [];
  const kept = earlier.filter(({ name }) => name !== point.name);
  write('break-points', { head, breakPoints: [...kept, point] });
}
