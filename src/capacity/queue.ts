/**
 * Waiting at one station of a closed system: N users, each of whom thinks, asks, waits, gets, and
 * thinks again. In the closed form of the machine-repair model the number of users who think is
 * Poisson, cut off at N, so
 *
 *   P(wait > t) = F(N − c, (Z + t) / g) ÷ F(N, Z / g)
 *
 * with F(k, m) = P(Poisson(m) < k), Z the time between two visits of one user, c the servers and g
 * the time by which the queue shortens (demand ÷ c); exact for one server, close for more. F is taken by the Wilson–Hilferty cube root, which
 * turns it round for N or for t without a search. Below saturation the open M/M/c queue is the
 * tighter bound; of two upper bounds of the wait the smaller one counts.
 */
import { normal, normalQuantile } from './normal.ts';

export interface Station {
  /** Seconds by which one visit shortens the queue: mean demand ÷ servers. */
  readonly grain: number;
  /** Servers: cores, slots. */
  readonly servers: number;
  /** (1 + squared coefficient of variation of the demand) ÷ 2: 0.5 constant, 1 exponential. */
  readonly spread: number;
  /** Seconds that one user thinks for each visit, and seconds that a screen takes beside the wait here. */
  readonly think: number;
  readonly alone: number;
}

/** From here on the number of thinking users is practically never cut off. */
const SATURATED = 3;
/** Below this the share cut off is too small for the cube root; the open queue decides. */
const UNSATURATED = -5;

/** Exponent of Sakasegawa's M/M/c approximation: P(wait > 0) ≈ ρ ^ this. */
const waitExponent = (servers: number) => Math.sqrt(2 * (servers + 1)) - 1;

/** Normal deviate of P(Poisson(mean) < count). */
const deviate = (count: number, mean: number) =>
  3 * Math.sqrt(count) * (1 - 1 / (9 * count) - Math.cbrt(mean / count));

/** The count whose deviate at `mean` is `u`: Cornish–Fisher, then one Newton step. */
function countAt(mean: number, u: number): number {
  const start = Math.max(mean + u * Math.sqrt(mean) + (u * u + 2) / 6, 0.2);
  const w = 1 - 1 / (9 * start) - u / (3 * Math.sqrt(start));
  const slope = w * w * (w + 1 / (3 * start) + u / (2 * Math.sqrt(start)));
  const count = start - (start * w * w * w - mean) / slope;
  return count > 0.2 ? count : 0.2;
}

/**
 * Users at which the share `q` of visits waits longer than `t` seconds, by the open queue. The time
 * of the screen itself is left out of the cycle, so that a quicker screen never bears fewer users.
 */
function openUsers({ grain, servers, spread, think }: Station, t: number, q: number): number {
  const e = waitExponent(servers);
  const pace = t / (grain * spread);
  const target = Math.log(q);
  // Newton on the logarithm of the utilisation, from full: the function is convex, so it cannot overshoot.
  let y = 0;
  let rho = 1;
  for (let i = 0; i < 5; i++) {
    y -= (e * y - (1 - rho) * pace - target) / (e + rho * pace);
    rho = Math.exp(y);
  }
  return (rho * think) / grain;
}

/** Users at which the share `q` of visits waits longer than `t` seconds, by the closed queue. */
function closedUsers(station: Station, t: number, q: number): number {
  const { grain, servers, spread } = station;
  const between = station.think + station.alone;
  const unit = grain * spread;
  const thinking = between / unit;
  const all = (between + t) / unit;
  let share = q;
  let count = countAt(all, normalQuantile(share));
  for (let i = 0; i < 12; i++) {
    const u = deviate(count + servers, thinking);
    if (u > SATURATED) break;
    if (u < UNSATURATED) return servers;
    const next = q * normal(u);
    if (Math.abs(next - share) < 1e-4 * share) break;
    share = next;
    count = countAt(all, normalQuantile(share));
  }
  return servers + spread * count;
}

/** Users at which more than the share `q` of visits waits longer than `t` seconds; `Infinity` if never. */
export function usersAt(station: Station, t: number, q: number): number {
  if (station.grain <= 0 || q >= 1) return Infinity;
  if (t <= 0) return Math.max(station.servers, openUsers(station, 0, q));
  const closed = closedUsers(station, t, q);
  // Beyond the users that keep the servers busy, the open queue cannot be the tighter bound.
  if (closed * station.grain > station.think) return closed;
  return Math.max(openUsers(station, t, q), closed);
}

/** Seconds that the share `q` of visits exceeds when there are `users`; 0 if fewer have to wait at all. */
export function waitAt(station: Station, users: number, q: number): number {
  const { grain, servers, spread, think, alone } = station;
  if (grain <= 0 || q >= 1 || users <= servers) return 0;
  const unit = grain * spread;
  const rho = (users * grain) / think;
  const open =
    rho < 1 ? (unit * (waitExponent(servers) * Math.log(rho) - Math.log(q))) / (1 - rho) : Infinity;
  if (open <= 0) return 0;
  const between = think + alone;
  const count = (users - servers) / spread;
  const u = deviate(count + servers, between / unit);
  if (u < UNSATURATED) return open;
  const share = u > SATURATED ? q : q * normal(u);
  const w = 1 - 1 / (9 * count) - normalQuantile(share) / (3 * Math.sqrt(count));
  return Math.min(open, Math.max(0, unit * count * w * w * w - between));
}
