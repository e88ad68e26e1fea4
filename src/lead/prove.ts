/** Solves the API's riddle in the background. Fetched only when a form is used; the work itself is the browser's. */
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** Milliseconds. A slow device sends without a proof rather than keep its owner waiting. */
const PATIENCE = 15_000;

export interface Proof {
  readonly header: string;
  /** Before this it is too young to be taken, after that too old. Milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
}

/** How old a riddle has to be, in milliseconds; `LEAST_MS` of functions/proof.ts and the way there. */
const LEAST = 2100;

export async function prove(): Promise<Proof> {
  const asked = Date.now();
  const answer = await fetch('/api/proof', { signal: AbortSignal.timeout(5000) });
  const challenge: Challenge = await answer.json();
  const got = Date.now();
  const solution = await solveChallenge({ challenge, deriveKey, timeout: PATIENCE });
  if (!solution) throw new Error('The riddle was not solved in time');
  return {
    header: btoa(JSON.stringify({ challenge, solution })),
    from: got + LEAST,
    // By this device's own clock, which may be wrong; the riddle is good for an hour.
    until: asked + 55 * 60_000,
  };
}
