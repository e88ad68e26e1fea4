import { lab } from '#src/capacity/constants/lab.ts';
import { supabase, supabasePlans } from '#src/capacity/constants/supabase.ts';
import { amountAt } from '#src/capacity/range.ts';
import { amount, number } from './amount.ts';
import { found, type Settings, type Simulation, set } from './experiment.ts';
import { arrivals, chance, p95 } from './random.ts';
import { serve, type Way } from './station.ts';

const SECONDS = 60;
/** After this long in line a visitor has gone. */
const PATIENCE = 30;

const plan = supabasePlans['supabase-micro'];
const middle = (value: Parameters<typeof amountAt>[0]) => amountAt(value, 0.5);

/** Connections that are left when Supabase's own services have theirs. */
const SLOTS = Math.round(plan.slots - middle(supabase.taken));
const POOL = supabase.apiPool;
const CORES = plan.cores * middle(plan.burst) * middle(lab.speed);
/** A page of twenty rows by an index, and the same with a connection of its own. */
const query = lab.query + 20 * (lab.indexRow + lab.rowOut);
const connecting = middle(lab.connect);

/** How each case meets the database. */
function ways(settings: Settings): Readonly<Record<'each' | 'pool' | 'released', Way>> {
  const held = set(settings, 'held');
  return {
    each: { places: SLOTS, patience: 0, work: query + connecting, held },
    pool: { places: POOL, patience: PATIENCE, work: query, held },
    released: { places: POOL, patience: PATIENCE, work: query, held: 0 },
  };
}

export const slotsAndPool: Simulation = {
  kind: 'simulation',
  slug: 'slots-and-pool',
  title: 'A connection for each request, or ten for all',
  question: 'Why does the database refuse visitors when it has next to nothing to do?',
  controls: [
    {
      id: 'rate',
      label: 'Requests a second',
      kind: 'slider',
      options: [5, 10, 20, 50, 100, 150, 200, 300].map((value) => ({
        value,
        label: number(value),
      })),
      initial: 200,
    },
    {
      id: 'held',
      label: 'While it has its connection, a request also waits for',
      kind: 'choice',
      options: [
        { value: 0, label: 'nothing' },
        { value: 0.3, label: 'an e-mail, 0.3 s' },
        { value: 5, label: 'an AI answer, 5 s' },
      ],
      initial: 0,
    },
  ],
  metrics: [
    { id: 'failed', label: 'Requests that fail', unit: 'share' },
    { id: 'p95', label: 'Time that 95 of 100 answers stay below', unit: 'seconds' },
  ],
  cases: [
    { id: 'each', label: 'One for each', good: false },
    { id: 'pool', label: 'Pool of ten', good: true },
    { id: 'released', label: 'Pool, given back', good: true },
  ],
  setting: (settings) =>
    `${number(set(settings, 'rate'))} requests a second, ${set(settings, 'held') > 0 ? `${set(settings, 'held')} s of waiting in each` : 'no waiting'}`,
  run: (settings, seed) => {
    const moments = arrivals(set(settings, 'rate'), SECONDS, chance(seed));
    // Given back, the connection does not wait; the visitor still does.
    const waits = { each: 0, pool: 0, released: set(settings, 'held') };
    const values: Record<string, Record<string, number>> = {};
    const present: Record<string, readonly number[]> = {};
    for (const [id, way] of Object.entries(ways(settings)) as [
      'each' | 'pool' | 'released',
      Way,
    ][]) {
      const outcome = serve(way, CORES, moments, SECONDS / 300);
      values[id] = {
        failed: outcome.failed / Math.max(1, moments.length),
        p95: p95(outcome.times) + waits[id],
      };
      present[id] = outcome.present;
    }
    return {
      values,
      series: {
        id: 'present',
        label: 'Connections taken, and visitors in line for one',
        seconds: SECONDS,
        cases: present,
      },
    };
  },
  explain: (result, settings) => {
    const [rate, held] = [set(settings, 'rate'), set(settings, 'held')];
    const [each, pool, released] = ['each', 'pool', 'released'].map((id) => ({
      failed: found(result, id, 'failed'),
      p95: found(result, id, 'p95'),
    })) as [Measured, Measured, Measured];
    const opening = Math.floor(CORES / connecting);
    const findings: string[] = [
      each.failed > 0.001 || pool.failed > 0.001
        ? `With a connection for each request ${amount(each.failed, 'share')} fail; with a pool ${amount(pool.failed, 'share')}; with a pool that gets its connections back at once ${amount(released.failed, 'share')}.`
        : `At this load none of the three fails: 95 of 100 answers come within ${amount(each.p95, 'seconds')}, ${amount(pool.p95, 'seconds')} and ${amount(released.p95, 'seconds')}.`,
    ];
    if (rate >= opening) {
      findings.push(
        `Opening a connection costs this small server ${amount(connecting, 'seconds')} of work, so it can open about ${opening} a second and do nothing else. A pool opens ten, once.`,
      );
    }
    if (held > 0) {
      findings.push(
        `${number(rate)} requests a second that each hold a connection for ${amount(held, 'seconds')} need ${number(rate * held)} connections at a time (Little’s law). There are ${SLOTS} without the pool, ${POOL} in it. A connection that is given back before the wait is free for the next request.`,
      );
    }
    return findings;
  },
  claim: {
    says: 'At 200 requests a second with a connection for each, more than one in ten fails, and none with a pool.',
    at: { rate: 200, held: 0 },
    holds: (result) =>
      found(result, 'each', 'failed') > 0.1 &&
      found(result, 'pool', 'failed') === 0 &&
      found(result, 'each', 'p95') > 10 * found(result, 'pool', 'p95'),
  },
};

interface Measured {
  readonly failed: number;
  readonly p95: number;
}
