import type { Resource } from '#src/capacity/rating.ts';
import { type Drive, isSteady } from './break-points.ts';
import type { Configuration } from './lab/configuration.ts';
import { type Head, read, write } from './lab/record.ts';
import { median, mostOf } from './percentile.ts';

/** A configuration that was driven, as it is published. */
interface Point {
  readonly name: string;
  readonly about: string;
  readonly unit: 'users' | 'rows';
  /** When it was driven for the first time: what was predicted after that is no prediction any more. */
  readonly met: string;
  /** Times that it was driven; of those that were disturbed only where there are no others. */
  readonly n: number;
  readonly drives: readonly Drive[];
}

/** A measured break: the middle of its drives. */
export interface BreakPoint extends Point {
  readonly measured: number;
  readonly corrected: number;
  /** Half the distance between the lowest and the highest drive, as a share of the middle; not of a single drive. */
  readonly spread?: number;
  /** The part that most drives name. */
  readonly first: Drive['first'];
}

/** What held at all that was tried: its break lies above `least`. */
export interface Held extends Point {
  readonly least: number;
}

export interface Published {
  readonly head: Head;
  readonly breakPoints: readonly BreakPoint[];
  readonly held: readonly Held[];
}

export const published = () => read<Published>('break-points');

const every = (file = published()): (BreakPoint | Held)[] =>
  file ? [...file.breakPoints, ...file.held] : [];

/** What is known of a configuration from earlier drives. */
export const known = (name: string) => every().find((point) => point.name === name);

/** Names that were driven while the machine was quiet. */
export const settled = () =>
  new Set(
    every()
      .filter(isSettled)
      .map(({ name }) => name),
  );

const finite = (values: readonly number[]) => values.filter(Number.isFinite);

/** Whether one drive at least was made on a quiet machine at its usual speed. */
export const isSettled = ({ drives }: Pick<Point, 'drives'>) =>
  drives.some(({ disturbed }) => !disturbed);

/** How a break came out at a machine far from its usual speed, beside drives of the same at the usual. */
export function slowDrives({ name, drives }: BreakPoint) {
  const usual = finite(drives.flatMap((one) => (one.disturbed ? [] : (one.corrected ?? []))));
  return drives.flatMap(({ speed, corrected, first }) =>
    usual.length === 0 || corrected === null || speed === undefined || isSteady(speed)
      ? []
      : [{ name, speed, first, ratio: corrected / median(usual) }],
  );
}

/**
 * The sum of some drives: the middle one counts, and one that held counts as beyond every break. Those
 * that were disturbed count only where there are no others.
 */
export function summedUp(
  { name, about, device }: Pick<Configuration, 'name' | 'about' | 'device'>,
  met: string,
  all: readonly Drive[],
): BreakPoint | Held {
  const quiet = all.filter(({ disturbed }) => !disturbed);
  const drives = quiet.length > 0 ? quiet : all;
  const point: Omit<Point, 'drives'> = {
    ...{ name, about, met, n: drives.length },
    unit: device ? 'rows' : 'users',
  };
  const corrected = drives.map((drive) => drive.corrected ?? Infinity);
  const middle = median(corrected);
  if (middle === Infinity) {
    const held = drives.filter((drive) => drive.corrected === null);
    return { ...point, least: Math.min(...held.map(({ between: [holds] }) => holds)), drives: all };
  }
  const broken = finite(corrected);
  return {
    ...point,
    measured: median(drives.map(({ measured }) => measured ?? Infinity)),
    corrected: middle,
    ...(broken.length > 1 && { spread: (Math.max(...broken) - Math.min(...broken)) / 2 / middle }),
    first: mostOf<Resource | 'none' | 'unexplained'>(drives.map(({ first }) => first)),
    drives: all,
  };
}

/** Drives keep the machine and the versions with which they were made when the head names others. */
function dated(file: Published, head: Head) {
  const made = ({ machine, versions }: Head) => ({ machine, versions });
  if (JSON.stringify(made(file.head)) === JSON.stringify(made(head))) return every(file);
  return every(file).map((point) => ({
    ...point,
    drives: point.drives.map((drive) => ({ made: made(file.head), ...drive })),
  }));
}

/**
 * The published file with one drive more. It joins the earlier ones of its configuration with `again`;
 * else it takes their place, as on another machine, and only the moment of the first stays.
 */
export function withDrive(
  file: Published | undefined,
  head: Head,
  configuration: Pick<Configuration, 'name' | 'about' | 'device'>,
  drive: Drive,
  again: boolean,
): Published {
  const earlier = file ? dated(file, head) : [];
  const old = earlier.find(({ name }) => name === configuration.name);
  const drives = [...(again ? (old?.drives ?? []) : []), drive];
  const point = summedUp(configuration, old?.met ?? drive.date, drives);
  const all = [...earlier.filter(({ name }) => name !== configuration.name), point];
  return {
    head,
    breakPoints: all.filter((each) => 'corrected' in each),
    held: all.filter((each) => 'least' in each),
  };
}

export const publish = (
  head: Head,
  configuration: Configuration,
  drive: Drive,
  again: boolean,
): void => write('break-points', withDrive(published(), head, configuration, drive, again));

/** How a drive came out, in words. */
export const outcome = ({ measured, between: [holds], first }: Drive) =>
  measured === null ? `holds at all that was tried, ${holds}` : `gives at ${measured}: ${first}`;

/** How it compares with the earlier ones: times differ from machine to machine, ratios tell. */
export function against(old: BreakPoint | Held | undefined, { corrected }: Drive): string {
  if (!old || corrected === null) return '';
  const { n } = old;
  if ('least' in old) return `; ${n} earlier held at ${old.least}`;
  return `; new ÷ old ${(corrected / old.corrected).toFixed(2)} (n = ${n})`;
}
