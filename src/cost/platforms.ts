import { bubblePlanSources, bubblePlans } from '#src/capacity/constants/bubble.ts';
import type { Source } from '#src/capacity/constants/constant.ts';
import { firebaseSources } from '#src/capacity/constants/firebase.ts';
import { supabasePlanSources, supabasePlans } from '#src/capacity/constants/supabase.ts';
import type { Answers } from '#src/quiz/answers.ts';

/** An app as the tools most often make it: all rows of its user travel, and nothing is kept. */
const asBuilt = {
  rows: '10k',
  list: 'own',
  requests: 'many',
  cache: 'database',
  delivery: 'cdn',
  slow: 'no',
  live: 'no',
} as const satisfies Answers;

/** A platform of which the model knows what use costs. */
export interface Platform {
  readonly name: string;
  /** The plan, and what it costs before anything is used. */
  readonly plan: string;
  readonly answers: Answers;
  /** What is counted beyond the plan. */
  readonly counted: string;
  readonly price: Source;
}

const priceOf = (sources: { readonly price?: Source }): Source => {
  if (!sources.price) throw new Error('A plan is compared whose price has no source');
  return sources.price;
};

/** The same app that fetches the whole table, as one in four of those that we read does. */
export const greedy = (platform: Platform): Platform => ({
  ...platform,
  answers: { ...platform.answers, list: 'all' },
});

export const platforms: readonly Platform[] = [
  {
    name: 'Supabase',
    plan: `Pro with Micro compute, $${supabasePlans['supabase-micro'].price}`,
    answers: { ...asBuilt, builder: 'lovable', supabasePlan: 'micro' },
    counted: 'gigabytes that leave',
    price: priceOf(supabasePlanSources()),
  },
  {
    name: 'Firebase',
    plan: 'Blaze, nothing fixed',
    answers: { ...asBuilt, builder: 'cursor', backend: 'firebase', firebasePlan: 'blaze' },
    counted: 'documents read and written, gigabytes that leave',
    price: firebaseSources().readPrice,
  },
  {
    name: 'Bubble',
    plan: `Growth, $${bubblePlans['bubble-growth'].price}`,
    answers: { ...asBuilt, builder: 'bubble', bubblePlan: 'growth' },
    counted: 'workload units',
    price: priceOf(bubblePlanSources()),
  },
];
