/** What one visit took, seconds, and the bytes of it. */
export interface Visit {
  readonly total: number;
  readonly parse: number;
  readonly filter: number;
  readonly draw: number;
  readonly bytes: number;
  readonly compressed: number;
}

/** Lighthouse's slow 4G, in seconds and Mbit/s: GoogleChrome/lighthouse docs/throttling.md. */
export const SLOW_4G = { rtt: 0.15, mbit: 1.6, uploadMbit: 0.75 } as const;
