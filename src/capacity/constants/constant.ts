import type { Range } from '../range.ts';

/** Where a constant comes from, and the day on which it was read or measured (ISO). */
export interface Source {
  /** Unit of the value. */
  readonly unit: string;
  /** Address of the page, the measurement, or the reason for an assumption. */
  readonly source: string;
  readonly date: string;
}

/**
 * A file of constants holds the values first and their sources beneath, key by key. Values reach
 * the browser; sources are functions, so that a bundle without the method page leaves them out.
 */
export type Sources<Values> = { readonly [Key in keyof Values]: Source };

/** What a plan of a vendor gives an app. `Infinity`: the vendor sets no such limit. */
export interface Plan {
  readonly backend: 'sql' | 'firestore' | 'bubble';
  /** Cores of the database. */
  readonly cores: number | Range;
  /** Share of a lab core that one of them gives in a busy hour. */
  readonly burst: Range;
  /** Share that is left when the burst credits of a shared core are used up; the top of `burst` where there are none. */
  readonly sustained: number;
  /** Megabytes of memory of the database. */
  readonly memory: number;
  /** Direct connections that the database takes. */
  readonly slots: number;
  /** Clients that the plan's pooler takes. */
  readonly clients: number;
  /** Megabytes per second that the disk reads: baseline to burst. */
  readonly disk: Range;
  /** Live connections, and live messages per second. */
  readonly liveConnections: number;
  readonly liveMessages: number;
  /** Document reads included in a day, after which requests fail. */
  readonly dailyReads: number;
  /** Writes per second. */
  readonly writes: number;
  /** Workload units included in a month. */
  readonly monthlyUnits: number;
  /** US dollars a month. */
  readonly price: number;
}

export type PlanSources = { readonly [Key in keyof Plan]?: Source };
