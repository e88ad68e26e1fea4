import { bubblePlans } from './bubble.ts';
import type { Plan } from './constant.ts';
import { firebasePlans } from './firebase.ts';
import { postgresPlans } from './postgres.ts';
import { supabasePlans } from './supabase.ts';

/** Every plan that an app can be on; the plan also says what kind of database it is. */
export const plans = { ...supabasePlans, ...postgresPlans, ...firebasePlans, ...bubblePlans };

export type PlanId = keyof typeof plans;

export const planOf = (id: PlanId): Plan => plans[id];
