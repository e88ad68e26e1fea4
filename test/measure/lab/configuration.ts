import type { App } from '#src/capacity/app.ts';
import type { Policy, Table } from './table.ts';

/** What a screen asks the database. */
type Ask =
  /** The rows of one owner. */
  | 'page'
  /** The whole table. */
  | 'all'
  /** The rows of one owner, then one more query for each of them. */
  | 'children'
  /** Twenty rows whose label contains a word that few have. */
  | 'search'
  /** The rows of one owner, made into one JSON text by PostgreSQL. */
  | 'json'
  /** One row into the table. */
  | 'insert'
  /** Nothing: the answer is a constant. */
  | 'nothing';

export interface Cache {
  /** Share of requests that find their answer, 0–1, by chance; a key that expires has `seconds` instead. */
  readonly hits?: number;
  /** All requests share one key that lives this long. */
  readonly seconds?: number;
  /** Whether those who miss together wait for one query instead of each making its own. */
  readonly together: boolean;
}

interface SlowCall {
  readonly seconds: number;
  /** Share of requests that make it, 0–1. */
  readonly share: number;
  /** Whether the connection is kept during the call. */
  readonly holds: boolean;
}

interface Screen {
  readonly ask: Ask;
  readonly requests: number;
  /** Share of the requests that add a row instead, 0–1, by chance. */
  readonly writes: number;
  /** Whether a screen's requests are made at once, or each after the one before. */
  readonly atOnce: boolean;
  /** A new connection for each request, or a pool of so many. */
  readonly connect: 'each' | number;
  /** Seconds that a query travels there and back, added in the app server. */
  readonly roundTrip: number;
  /** Bytes of text in the answer, where it asks nothing. */
  readonly bytes: number;
  /** Seconds after which the function is ended and the request has failed. */
  readonly timeLimit: number;
  readonly cache?: Cache;
  readonly slowCall?: SlowCall;
}

interface Database {
  /** Cores that it is given: a part of one, one, or two. */
  readonly cores: 0.5 | 1 | 2;
  readonly connections: number;
  readonly tls: boolean;
  readonly buffers: number;
  readonly memory?: number;
  readonly disk?: number;
  /** PgBouncer before it. */
  readonly pooler?: { readonly mode: 'transaction' | 'session'; readonly size: number };
}

/** The visitor's own device, measured alone: rows are added until one visitor waits too long. */
export interface Device {
  /** Times slower than the machine that measures. */
  readonly slower: number;
  /** A network as Lighthouse's slow 4G, or none that slows. */
  readonly network: 'slow4g' | 'local';
  /** Rows that are put on the screen: all of them, or so many after filtering all. */
  readonly shown: 'all' | number;
}

export interface Configuration {
  readonly name: string;
  /** What it stands for, in one sentence. */
  readonly about: string;
  /**
   * `calibration`: constants or equations were set with it in sight, or with a probe or an earlier
   * measurement that asked the same of the same table. `unused`: never.
   */
  readonly use: 'calibration' | 'unused';
  readonly table: Table;
  readonly screen: Screen;
  readonly database: Database;
  readonly device?: Device;
  /** What the model is told in place of the exact figures: ranges, as an owner knows them. */
  readonly told?: Partial<App>;
}

/** A configuration as its author writes it: only what differs from the usual. */
export interface Draft {
  readonly name: string;
  readonly about: string;
  readonly use: 'calibration' | 'unused';
  readonly rows?: number;
  readonly text?: number;
  readonly page?: number;
  readonly indexed?: boolean;
  readonly indexes?: number;
  readonly policy?: Policy;
  readonly screen?: Partial<Screen>;
  readonly database?: Partial<Database>;
  readonly device?: Device;
  readonly told?: Partial<App>;
}

export function configuration({ name, about, use, device, told, ...draft }: Draft): Configuration {
  return {
    name,
    about,
    use,
    table: {
      rows: draft.rows ?? 100_000,
      text: draft.text ?? 60,
      page: draft.page ?? 20,
      indexed: draft.indexed ?? false,
      indexes: draft.indexes ?? 0,
      policy: draft.policy ?? 'none',
    },
    screen: {
      ask: 'page',
      requests: 1,
      writes: 0,
      atOnce: false,
      connect: 10,
      roundTrip: 0,
      bytes: 0,
      timeLimit: Infinity,
      ...draft.screen,
    },
    database: { cores: 1, connections: 100, tls: false, buffers: 512, ...draft.database },
    ...(device && { device }),
    ...(told && { told }),
  };
}
