import type { Resource } from '#src/capacity/rating.ts';
import { driveToBreak, type Lab, type Run } from './drive.ts';
import type { Configuration } from './lab/configuration.ts';
import { type Head, read, write } from './lab/record.ts';
import type { Break } from './load/break.ts';
import { type Fullness, firstToGive, fullness } from './reading.ts';
import { type DeviceRun, driveDevice } from './rows.ts';

/** A measured break, as it is published. */
export interface BreakPoint {
  readonly name: string;
  readonly about: string;
  readonly use: Configuration['use'];
  readonly unit: 'users' | 'rows';
  /** Users at which more than 5 % of the screens take longer than 3 s, or more than 1 % fail. */
  readonly measured: number;
  /** The same as if the load generator had not shared the core of the database. */
  readonly corrected: number;
  readonly between: readonly [holds: number, gives: number];
  readonly first: Resource | 'none' | 'unexplained';
  readonly full?: Fullness;
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

const when = () => new Date().toISOString().slice(0, 16);

function ofUsers(configuration: Configuration, found: Break<Run>): BreakPoint {
  const { name, about, use } = configuration;
  const at =
    found.trials.filter(({ level }) => level === found.gives).at(-1) ?? found.trials.at(-1);
  if (!at) throw new Error('No run was made.');
  const full = fullness(configuration, at.observation, at.generator);
  const first =
    found.gives === Infinity ? 'none' : firstToGive(configuration, at.observation, full);
  // Of a database's only core the generator took its part.
  const taken = first === 'cpu' && configuration.database.cores === 1 ? at.generator : 0;
  return {
    ...{ name, about, use, unit: 'users', measured: found.level },
    corrected: found.level / (1 - taken),
    between: [found.holds, found.gives],
    ...{
      first,
      full,
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

function ofRows(configuration: Configuration, found: Break<DeviceRun>): BreakPoint {
  const { name, about, use } = configuration;
  const at = found.trials.filter(({ level }) => level === found.gives).at(-1);
  const { parse = 0, filter = 0, draw = 0, total = 0 } = at?.visit ?? {};
  const own = parse + filter + draw;
  const first = own > total / 2 ? 'device' : 'network';
  return {
    ...{ name, about, use, unit: 'rows', measured: found.level },
    corrected: found.level,
    between: [found.holds, found.gives],
    ...{ first, date: when() },
    disturbed: found.trials.some(({ disturbed }) => disturbed),
    runs: found.trials.map(({ level, visit }) => ({ rows: level, ...visit })),
  };
}

/** Measures one break. */
export async function breakPointOf(lab: Lab, configuration: Configuration): Promise<BreakPoint> {
  if (configuration.device) {
    const found = await driveDevice(configuration.device, ({ level, p95 }) =>
      console.log(`  ${level} rows: ${p95.toFixed(2)} s`),
    );
    return ofRows(configuration, found);
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
  return ofUsers(configuration, found);
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
