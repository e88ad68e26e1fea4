/**
 * Waiting at one station of a closed system: N users, each of whom thinks, asks, waits, gets, and
 * thinks again. In the closed form of the machine-repair model the number of users who think is
 * Poisson, cut off at N, so
 *
 *   P(wait > t) = F(N − c, (Z + t) / g) ÷ F(N − c + i, Z / g)
 *
 * with F(k, m) = P(Poisson(m) < k), Z the time between two visits of one user, c the servers, g the
 * time by which the queue shortens (demand ÷ c), and i the states in which a server is idle (1 for
 * one server, which is then exact). F is taken by the Wilson–Hilferty cube root, which turns round
 * for t in closed form, and for N too where the servers are always busy. It overrates the wait where
 * few of many users meet; there the open M/M/c queue, an upper bound of the closed one, decides.
 */
import { logNormal, normalQuantile } from './normal.ts';

export interface Station {
  /** Seconds by which one visit shortens the queue: mean demand ÷ servers. */
  readonly grain: number;
  /** Servers, at least 1: cores, slots. */
  readonly servers: number;
  /** (1 + squared coefficient of variation of the demand) ÷ 2: 0.5 constant, 1 exponential. */
  readonly spread: number;
  /** Seconds that one user thinks for each visit, and seconds that a screen takes beside the wait here. */
  readonly think: number;
  readonly alone: number;
  /** Share of the visits for which a user waits; nobody waits for a poll. */
  readonly awaited: number;
  /** Times as long that the slowest wait where users are served out of turn; 1 in turn. */
  readonly uneven: number;
  /** Seconds that nobody waits beyond, whatever the crowd; `Infinity` where each is served alone. */
  readonly most: number;
}

/** From here on the number of thinking users is practically never cut off. */
const SATURATED = 4;
/** Each halves the error; after these and the interpolation it is below a thousandth. */
const HALVINGS = 8;
/**
 * The cube root needs this many users beside those who are being served, and no further tail than
 * this. Below, the wait rises from nothing: straight from few users, by the cube out of a far tail.
 */
const FEW = 4;
const TAIL = -4;

/**
 * How many of the states in which a server is idle count beside those in which somebody waits. With
 * n of c servers busy a state weighs c! ÷ (n! cᶜ⁻ⁿ); the sum is near √(πc/2) − 1/3 (Ramanujan).
 */
const idleStates = (servers: number) => Math.max(1, Math.sqrt((Math.PI * servers) / 2) - 1 / 3);

/** Normal deviate of P(Poisson(mean) < count). */
const deviate = (count: number, mean: number) =>
  3 * Math.sqrt(count) * (1 - 1 / (9 * count) - Math.cbrt(mean / count));

/** The mean whose deviate at `count` is `u`. */
function meanAt(count: number, u: number): number {
  const w = 1 - 1 / (9 * count) - u / (3 * Math.sqrt(count));
  return w > 0 ? count * w * w * w : 0;
}

/** The count whose deviate at `mean` is `u`: Cornish–Fisher, then one Newton step. */
function countAt(mean: number, u: number): number {
  const start = Math.max(mean + u * Math.sqrt(mean) + (u * u + 2) / 6, 1);
  const root = Math.sqrt(start);
  const w = 1 - 1 / (9 * start) - u / (3 * root);
  const slope = w * w * (w + 1 / (3 * start) + u / (2 * root));
  return Math.max(1, start - (start * w * w * w - mean) / slope);
}

/** Seconds that the share `q` of visits exceeds when there are `users`. */
export function waitAt(station: Station, users: number, q: number): number {
  const { grain, servers, spread, think, alone, awaited, uneven, most } = station;
  if (grain <= 0 || q >= 1 || users <= servers) return 0;
  const unit = grain * spread;
  const log = Math.log(q);
  const idle = idleStates(servers);
  // The open queue. A screen's own time is left out, so that a quicker screen never bears fewer users.
  const rho = (users * grain) / think;
  const open = rho < 1 ? (unit * (idle * Math.log(rho) - log)) / (1 - rho) : Infinity;
  if (open <= 0) return 0;
  const between = think + alone * awaited;
  const thinking = between / unit;
  const count = (users - servers) / spread;
  let least = FEW;
  let u = deviate(Math.max(count, FEW) + idle, thinking);
  if (u < TAIL) {
    least = Math.max(FEW, countAt(thinking, TAIL) - idle);
    u = deviate(Math.max(count, least) + idle, thinking);
  }
  const share = u > SATURATED ? log : log + logNormal(u);
  const enough = Math.max(count, least);
  const part = least > FEW ? (count / enough) ** 3 : count / enough;
  const closed = unit * meanAt(enough, normalQuantile(share)) - between;
  return Math.min(most, Math.max(0, Math.min(open, (closed * part) / awaited)) * uneven);
}

/** Users at which more than the share `q` of visits waits longer than `t` seconds; `Infinity` if never. */
export function usersAt(station: Station, t: number, q: number): number {
  const { grain, servers, spread, think, alone, awaited, uneven, most } = station;
  if (grain <= 0 || q >= 1 || t >= most) return Infinity;
  const unit = grain * spread;
  const between = think + alone * awaited;
  const count = countAt((between + (t / uneven) * awaited) / unit, normalQuantile(Math.log(q)));
  const full = servers + spread * count;
  const busy = deviate(count + idleStates(servers), between / unit) > SATURATED;
  if (busy && full * grain > think) return full;
  // Below saturation there is no closed form; the wait rises with the users, so halve, then interpolate.
  let low = servers;
  let high = Math.max(full, think / grain);
  let early = 0;
  let late = Infinity;
  for (let i = 0; i < HALVINGS; i++) {
    const users = (low + high) / 2;
    const wait = waitAt(station, users, q);
    if (wait > t) {
      high = users;
      late = wait;
    } else {
      low = users;
      early = wait;
    }
  }
  return late < Infinity ? low + ((high - low) * (t - early)) / (late - early) : high;
}
