/** How a host runs server code; times in seconds. */
export interface Host {
  readonly coldStart: number;
  /** Seconds that one request takes once its instance runs. */
  readonly work: number;
  /** Requests that one instance serves side by side. */
  readonly together: number;
  /** Instances that run before anybody comes. */
  readonly warm: number;
}

export interface Served {
  readonly times: readonly number[];
  /** Requests that had to wait for an instance to start. */
  readonly cold: number;
  /** Instances at the end. */
  readonly instances: number;
}

interface Instance {
  readonly readyAt: number;
  /** When each of its places is free again. */
  readonly places: Float64Array;
}

/**
 * Lets `moments` (ascending) arrive: a request goes to a running instance with a free place, else to one
 * that is starting and has one, else a new instance is started for it. None is stopped meanwhile.
 */
export function host(
  { coldStart, work, together, warm }: Host,
  moments: readonly number[],
): Served {
  const place = (readyAt: number): Instance => ({
    readyAt,
    places: new Float64Array(together).fill(readyAt),
  });
  const instances = Array.from({ length: warm }, () => place(0));
  const times: number[] = [];
  let cold = 0;
  for (const now of moments) {
    let chosen: { places: Float64Array; at: number; start: number } | undefined;
    for (const { readyAt, places } of instances) {
      const earliest = Math.max(now, readyAt);
      const at = places.findIndex((free) => free <= earliest);
      if (at >= 0 && (!chosen || earliest < chosen.start)) chosen = { places, at, start: earliest };
      if (chosen?.start === now) break;
    }
    if (!chosen) {
      const fresh = place(now + coldStart);
      instances.push(fresh);
      chosen = { places: fresh.places, at: 0, start: fresh.readyAt };
    }
    if (chosen.start > now) cold += 1;
    chosen.places[chosen.at] = chosen.start + work;
    times.push(chosen.start + work - now);
  }
  return { times, cold, instances: instances.length };
}
