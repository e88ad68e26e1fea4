/** The machine-repair model solved exactly, and a simulation of it: what queue.ts is held against. */

const logFactorials: number[] = [0, 0];
function logFactorial(n: number): number {
  for (let i = logFactorials.length; i <= n; i++) {
    logFactorials.push((logFactorials[i - 1] ?? 0) + Math.log(i));
  }
  return logFactorials[n] ?? 0;
}

export interface Repair {
  readonly servers: number;
  /** Mean seconds of work for a visit, and mean seconds between a visit and the next. */
  readonly demand: number;
  readonly think: number;
}

/** P(wait > t) for an arrival when there are `users` in all; by the arrival theorem it sees one fewer. */
export function waitsLonger({ servers, demand, think }: Repair, users: number, t: number): number {
  const others = users - 1;
  const logs = [0];
  for (let n = 1; n <= others; n++) {
    const step = ((others - n + 1) * demand) / (think * Math.min(n, servers));
    logs.push((logs[n - 1] ?? 0) + Math.log(step));
  }
  const top = Math.max(...logs);
  const served = (servers * t) / demand;
  let all = 0;
  let waiting = 0;
  let fewer = 0; // P(Poisson(served) ≤ n − servers)
  for (let n = 0; n <= others; n++) {
    const weight = Math.exp((logs[n] ?? 0) - top);
    all += weight;
    if (n < servers) continue;
    const k = n - servers;
    fewer += Math.exp(-served + k * Math.log(served) - logFactorial(k));
    waiting += weight * fewer;
  }
  return waiting / all;
}

/** The fewest users at which the share `q` of visits waits longer than `t` seconds. */
export function exactUsers(model: Repair, t: number, q: number): number {
  let low = 1;
  let high = 2;
  while (waitsLonger(model, high, t) <= q) high *= 2;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (waitsLonger(model, middle, t) > q) high = middle;
    else low = middle;
  }
  return high;
}

/** Uniform numbers from a seed (a linear congruential generator of 32 bits). */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

/** The quantile 1 − q of the waits of `visits` visits, first come first served, after a warm-up. */
export function simulatedWait(model: Repair, users: number, q: number, visits: number): number {
  const next = uniform(7);
  const exponential = (mean: number) => -mean * Math.log(next());
  const arrivals = Array.from({ length: users }, () => exponential(model.think));
  const free = Array.from({ length: model.servers }, () => 0);
  const waits: number[] = [];
  for (let visit = 0; visit < 1.2 * visits; visit++) {
    let user = 0;
    for (let i = 1; i < users; i++) if ((arrivals[i] ?? 0) < (arrivals[user] ?? 0)) user = i;
    let server = 0;
    for (let i = 1; i < model.servers; i++) if ((free[i] ?? 0) < (free[server] ?? 0)) server = i;
    const arrival = arrivals[user] ?? 0;
    const start = Math.max(arrival, free[server] ?? 0);
    const end = start + exponential(model.demand);
    free[server] = end;
    arrivals[user] = end + exponential(model.think);
    if (visit > 0.2 * visits) waits.push(start - arrival);
  }
  waits.sort((a, b) => a - b);
  return waits[Math.floor((1 - q) * waits.length)] ?? 0;
}
