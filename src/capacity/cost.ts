/** What an app costs its owner a month at a load: its plan, and what goes beyond the plan. */
import type { Sample } from './app.ts';
import { daySeconds, readsOf, unitsOf } from './ceilings.ts';
import { bubble } from './constants/bubble.ts';
import { firebase } from './constants/firebase.ts';
import { planOf } from './constants/plans.ts';
import { supabase } from './constants/supabase.ts';
import { type Work, work } from './work.ts';

const DAYS = 30;
const GB = 1e9;

const onSupabase = ({ plan }: Sample) => plan.startsWith('supabase');

/** Beyond what is included, at a price for each; nothing below it. */
const beyond = (used: number, included: number, price: number) =>
  Math.max(0, used - included) * price;

/**
 * Bytes a screen that leave the app's own server: its data where server code passes them on, pages and
 * pictures where it sends those too. What a CDN sends is left out: we do not know how much that is.
 */
function hosted(s: Sample, w: Work): number {
  const passedOn = planOf(s.plan).backend === 'sql' && (s.connect !== 'api' || !onSupabase(s));
  return (
    (passedOn ? (w.misses + w.polls) * w.bytes : 0) +
    (s.delivery === 'server' ? s.setting.assets : 0)
  );
}

/** US dollars a month for Firestore: reads and writes beyond those of each day, gigabytes beyond the month's. */
function firestoreCost(s: Sample, w: Work, screens: number, gigabytes: number): number {
  return (
    DAYS * beyond(screens * readsOf(s, w), firebase.freeReads, firebase.readPrice) +
    DAYS * beyond(screens * s.setting.writes, firebase.freeWrites, firebase.writePrice) +
    beyond(gigabytes, firebase.freeTransfer, firebase.transferPrice)
  );
}

/** US dollars a month for Supabase; a free plan whose transfer is used up counts as the first paid one. */
function supabaseCost(price: number, gigabytes: number): number {
  if (price === 0 && gigabytes <= supabase.freeTransfer) return 0;
  return (
    Math.max(price, planOf('supabase-micro').price) +
    beyond(gigabytes, supabase.transfer, supabase.transferPrice)
  );
}

/**
 * US dollars a month for an app whose busiest minute has `users` at once: the price of its plan, what is
 * used beyond it, and what leaves its own server beyond what the host includes. Left out are the price
 * of that server, storage, mail and what a CDN sends. Bubble hosts its apps itself.
 */
export function monthlyCost(s: Sample, users: number): number {
  const { backend, price, monthlyUnits } = planOf(s.plan);
  const w = work(s);
  const screens = (users * daySeconds(s)) / s.setting.think;
  if (backend === 'bubble') {
    return price + beyond(DAYS * screens * unitsOf(s, w), monthlyUnits, bubble.overage / 1_000);
  }
  const monthly = (bytes: number) => (DAYS * screens * bytes) / GB;
  const gigabytes = monthly((w.misses + w.polls) * w.bytes);
  const host = beyond(monthly(hosted(s, w)), s.setting.hostTransfer, s.setting.hostPrice);
  if (backend === 'firestore') return host + firestoreCost(s, w, screens, gigabytes);
  return host + (onSupabase(s) ? supabaseCost(price, gigabytes) : price);
}
