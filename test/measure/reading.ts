import type { Resource } from '#src/capacity/rating.ts';
import { ERROR_SHARE } from '#src/capacity/rating.ts';
import { SLOW_4G, type Visit } from './visit.ts';
import type { Configuration, Device } from './lab/configuration.ts';
import type { Observation } from './observation.ts';

/** How full each part was at the break, 0–1, as the instruments show it. */
export interface Fullness {
  readonly cpu: number;
  /** Share of the database's core that the load generator left to it. */
  readonly left: number;
  readonly function: number;
  readonly disk: number;
  /** Share of the places that were taken; absent with a connection for each request. */
  readonly pool?: number;
}

/**
 * Times as long as for a lone user that a query takes where a disk is what it waits for; shared scans
 * vary by a third from run to run, pages that each user reads for herself take several times as long.
 */
const HELD_UP = 1.5;

/** A part is full from here on: an M/M/c queue with a think time loses its last percents to chance. */
const FULL = 0.8;

/**
 * A scan reads as fast as the disk can, for one user or for all who scan the table together: such a
 * disk is only full where queries take longer than they take a lone user.
 */
function diskOf(limit: number | undefined, seen: Observation, alone: Observation): number {
  if (limit === undefined) return 0;
  const heldUp = seen.held / seen.queries / (alone.held / alone.queries);
  return heldUp < HELD_UP ? 0 : seen.disk / limit;
}

/**
 * How full the database's processor was, 0–1. Its only core is also full of what the kernel does for
 * its connections; the load generator, which lives there too, leaves it the rest.
 */
export function coreFullness(
  { database }: Configuration,
  seen: Observation,
  generator: number,
): number {
  return Math.max(seen.database, database.cores === 1 ? seen.core - generator : 0);
}

/** @param alone what the instruments showed with a single user */
export function fullness(
  configuration: Configuration,
  seen: Observation,
  alone: Observation,
  generator: number,
): Fullness {
  const { screen, database } = configuration;
  const places = database.pooler?.size ?? screen.connect;
  return {
    cpu: coreFullness(configuration, seen, generator),
    left: database.cores === 1 ? 1 - generator : 1,
    function: Math.max(seen.app, seen.busy),
    disk: diskOf(database.disk, seen, alone),
    ...(places !== 'each' && { pool: Math.min(1, seen.held / seen.seconds / places) }),
  };
}

/**
 * The part that gave first, read from the instruments and never from what was expected. Failures
 * name their cause; else it is the fullest of processor, server and disk, because a full processor
 * also fills every place in the pool behind it; else the pool; else a slow answer that no part
 * explains, which is the third party's or the line's.
 */
export function firstToGive(
  configuration: Configuration,
  seen: Observation,
  full: Fullness,
): Resource | 'unexplained' {
  const failures = Object.values(seen.failures).reduce((sum, count) => sum + count, 0);
  if (failures > seen.requests * ERROR_SHARE) {
    if (seen.failures.connections >= failures / 2) return 'connections';
    if (seen.failures.timeLimit >= failures / 2 && Math.max(full.cpu, full.disk) < FULL)
      return 'function';
  }
  const [part, share] = (['cpu', 'function', 'disk'] as const)
    .map((each) => [each, full[each]] as const)
    .toSorted(([, a], [, b]) => b - a)[0] ?? ['cpu', 0];
  const of = share / (part === 'cpu' ? full.left : 1);
  if (of >= FULL) return part;
  if ((full.pool ?? 0) >= FULL) return 'pool';
  if (of >= FULL - 0.15) return part;
  return configuration.screen.slowCall ? 'thirdParty' : 'unexplained';
}

/**
 * What a single visitor waits for most: her line, or else her device, which also receives and unpacks
 * what comes. A line that nothing slows brings every byte at once.
 */
export function firstOfVisit(
  { network }: Pick<Device, 'network'>,
  { total, compressed }: Pick<Visit, 'total' | 'compressed'>,
): 'network' | 'device' {
  if (network === 'local') return 'device';
  const line = SLOW_4G.rtt + (compressed * 8) / (SLOW_4G.mbit * 1e6);
  return line > total / 2 ? 'network' : 'device';
}
