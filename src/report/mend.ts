import type { Sample } from '#src/capacity/app.ts';
import type { PlanId } from '#src/capacity/constants/plans.ts';
import { repaired } from '#src/capacity/constants/repaired.ts';
import { planAt } from '#src/capacity/draw.ts';
import type { RepairId } from './repairs.ts';

const upgrades: { readonly [Plan in PlanId]?: PlanId } = {
  'supabase-free': 'supabase-large',
  'supabase-micro': 'supabase-large',
  'supabase-small': 'supabase-large',
  'supabase-medium': 'supabase-large',
  'postgres-tiny': 'postgres-medium',
  'postgres-small': 'postgres-medium',
  spark: 'blaze',
};

/** Connections that the plan leaves to the app. */
const free = (s: Sample, slots = s.slots) => slots - s.setting.taken;

/**
 * The larger plan, or what the app has already where that is more. A pool that had all the places of the
 * smaller one gets those of the larger: else more places in the pool first would be worth less.
 */
function upgrade(s: Sample, i: number): Sample {
  const plan = upgrades[s.plan];
  if (!plan) return s;
  const larger = planAt(plan, i);
  return {
    ...s,
    plan,
    cores: Math.max(s.cores, larger.cores),
    burst: Math.max(s.burst, larger.burst),
    disk: Math.max(s.disk, larger.disk),
    memory: Math.max(s.memory, larger.memory),
    slots: Math.max(s.slots, larger.slots),
    pool: s.pool < free(s) ? s.pool : Math.max(s.pool, free(s, larger.slots)),
    clients: Math.max(s.clients, larger.clients),
  };
}

/**
 * What each repair changes in the app with the number `i`. It only ever lessens what is asked of a
 * part or adds places, so that no repair lowers the load.
 */
export const mend: { readonly [Id in RepairId]: (s: Sample, i: number) => Sample } = {
  // One user's rows may be fewer than a page already.
  'page-on-server': (s) =>
    s.fetch === 'own' && s.setting.own <= s.setting.page ? s : { ...s, fetch: 'page' },
  'add-indexes': (s) => ({ ...s, indexed: 'yes' }),
  'rules-once': (s) => ({ ...s, rule: 'once' }),
  'join-requests': (s) => ({
    ...s,
    requests: Math.min(s.requests, repaired.requests),
    rounds: Math.min(s.rounds, repaired.requests),
  }),
  'pool-connections': (s) =>
    s.connect === 'each'
      ? {
          ...s,
          connect: 'pooler',
          pool: Math.max(s.pool, free(s)),
          clients: Math.max(s.clients, s.slots),
        }
      : s,
  'shared-cache': (s) => ({ ...s, cached: Math.max(s.cached, s.setting.cacheable) }),
  'narrow-live': (s) =>
    s.live === 'table'
      ? { ...s, live: 'own' }
      : { ...s, pollSeconds: Math.max(s.pollSeconds, repaired.pollSeconds) },
  'move-to-background': (s) => ({ ...s, slow: 0 }),
  'use-cdn': (s) => ({ ...s, delivery: 'cdn' }),
  'bigger-plan': upgrade,
  'bigger-server': upgrade,
  'pay-as-you-go': upgrade,
  'more-workload': (s) => ({
    ...s,
    plan: s.plan === 'bubble-free' ? 'bubble-starter' : s.plan,
    stops: 'no',
  }),
};
