/** What can give first, in the order in which a request meets it. */
export const RESOURCES = [
  'device',
  'network',
  'function',
  'connections',
  'pool',
  'cpu',
  'disk',
  'realtime',
  'thirdParty',
  'quota',
] as const;

/**
 * - device: the visitor's own phone or laptop · network: bytes on her line
 * - function: server code, its processor and its time limit · connections: the database's slots
 * - pool: places in the pooler, the web API's or the server's pool · cpu: the database's processor
 * - disk: reads that memory does not hold · realtime: live connections and messages
 * - thirdParty: a slow call to another service · quota: what the plan includes a day or month
 */
export type Resource = (typeof RESOURCES)[number];

/** Users at once: a tenth of the samples lie below `low`, half below `likely`, nine tenths below `high`. */
export interface Estimate {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** The range of the load ruler and of every rated load, in users at once. */
export const LOAD_RANGE = { min: 1, max: 100_000 } as const;

/** A screen is too slow when the slowest 5 % of them take longer than this, in seconds. */
export const SLOW_SECONDS = 3;

/** An app gives when more than this share of its requests fails. */
export const ERROR_SHARE = 0.01;
