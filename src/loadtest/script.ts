import { visitor } from '#src/capacity/constants/visitor.ts';
import { amountAt } from '#src/capacity/range.ts';
import { runtime } from './runtime.ts';
import type { Target } from './target.ts';

/** Seconds to reach a level, and to stay on it. */
export const RAMP = 10;
export const HOLD = 60;
/** Seconds between two screens of one user: the model's own, its lower half, so that the test ends soon. */
export const THINK = [visitor.think.from, amountAt(visitor.think, 0.5)] as const;

/** The file that k6 writes and that is pasted back. */
export const RESULT_FILE = 'loadworthy-result.json';
export const SCRIPT_FILE = 'loadtest.js';

/** As a literal of JavaScript; JSON is one, but for two line ends that older readers refuse. */
const literal = (value: unknown) =>
  JSON.stringify(value).replace(/[\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16)}`);

/** Supabase's web API answers nobody without the project's public key. */
const key = (host: string) =>
  host.endsWith('.supabase.co') ? ' -e APIKEY=your-publishable-key' : '';

/** What starts it; the host has to be typed there too, or the script refuses. */
export const command = ({ host }: Target) => `k6 run -e HOST=${host}${key(host)} ${SCRIPT_FILE}`;

/**
 * A script for k6 (k6.io) that puts the target under load, level by level, and stops by itself at the
 * first signs of distress. `levels` ascending, users at once.
 */
export function scriptFor(target: Target, levels: readonly number[]): string {
  const seconds = levels.length * (RAMP + HOLD);
  return `/*
 * Load test of ${target.host}: up to ${levels.at(-1)} users at once, ${Math.ceil(seconds / 60)} minutes.
 * For your own app only. Begin with:  ${command(target)}
 * If its pages need a sign-in, add:   -e TOKEN=the-token-of-a-test-user
 * Stop at any time with Ctrl+C. What it found is then in ${RESULT_FILE}: paste it back into the page.
 */
const HOST = ${literal(target.host)};
const PATHS = ${literal(target.paths)};
const LEVELS = ${literal(levels)};
const RAMP = ${RAMP};
const HOLD = ${HOLD};
const THINK = ${literal(THINK)};
const RESULT_FILE = ${literal(RESULT_FILE)};

${runtime}`;
}
