/** What an app costs its owner a month at a load: its plan, and what goes beyond the plan. */
import type { Sample } from './app.ts';
import { daySeconds, readsOf, unitsOf } from './ceilings.ts';
import { bubble } from './constants/bubble.ts';
import { firebase } from './constants/firebase.ts';
import { planOf } from './constants/plans.ts';
import { supabase } from './constants/supabase.ts';
import { work } from './work.ts';

const DAYS = 30;
const GB = 1e9;

/** Beyond what is included, at a price for each; nothing below it. */
const beyond = (used: number, included: number, price: number) =>
  Math.max(0, used - included) * price;

/**
 * US dollars a month for an app whose busiest minute has `users` at once: the price of its plan and
 * of what is used beyond it. A free plan of Supabase whose transfer is used up counts as the first
 * paid one. Of a server elsewhere only its price is known. Storage and mail are left out.
 */
export function monthlyCost(s: Sample, users: number): number {
  const { backend, price, monthlyUnits } = planOf(s.plan);
  const w = work(s);
  const screens = (users * daySeconds(s)) / s.setting.think;
  if (backend === 'bubble') {
    return price + beyond(DAYS * screens * unitsOf(s, w), monthlyUnits, bubble.overage / 1_000);
  }
  const gigabytes = (DAYS * screens * (w.misses + w.polls) * w.bytes) / GB;
  if (backend === 'firestore') {
    const reads = screens * readsOf(s, w);
    const writes = screens * s.setting.writes;
    return (
      DAYS * beyond(reads, firebase.freeReads, firebase.readPrice) +
      DAYS * beyond(writes, firebase.freeWrites, firebase.writePrice) +
      beyond(gigabytes, firebase.freeTransfer, firebase.transferPrice)
    );
  }
  if (!s.plan.startsWith('supabase')) return price;
  if (price === 0 && gigabytes <= supabase.freeTransfer) return 0;
  return (
    Math.max(price, planOf('supabase-micro').price) +
    beyond(gigabytes, supabase.transfer, supabase.transferPrice)
  );
}
