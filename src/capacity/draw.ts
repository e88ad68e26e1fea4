import {
  type App,
  type Choices,
  type PlanQuantity,
  type QuantityId,
  quantities,
  type Sample,
  usualChoices,
} from './app.ts';
import { type PlanId, planOf } from './constants/plans.ts';
import { type Amount, amountAt, choiceAt } from './range.ts';
import { SAMPLES, stream } from './stream.ts';

const quantityIds = Object.keys(quantities) as QuantityId[];

const at = (name: string, i: number) => stream(name)[i] ?? 0.5;

/** What the plan gives the app with the number `i`, drawn at that app's own quantiles. */
export function planAt(id: PlanId, i: number): Pick<Sample, PlanQuantity | 'plan'> {
  const { cores, burst, disk, memory, slots, clients } = planOf(id);
  return {
    plan: id,
    cores: amountAt(cores, at('cores', i)),
    burst: amountAt(burst, at('burst', i)),
    disk: amountAt(disk, at('disk', i)),
    memory,
    slots,
    clients,
  };
}

/** A column of the hundred: one amount for each app. */
function column(amount: Amount, id: string): Float64Array {
  if (typeof amount === 'number') return new Float64Array(SAMPLES).fill(amount);
  return stream(id).map((quantile) => amountAt(amount, quantile));
}

/** The hundred apps that stand for a description: each quantity drawn from its own stream. */
export function draw(app: App): Sample[] {
  const columns = quantityIds.map((id) => column(app[id] ?? quantities[id].usual, id));
  return Array.from({ length: SAMPLES }, (_, i) => {
    const choice = <C extends keyof Choices>(id: C) =>
      choiceAt<Choices[C]>((app[id] ?? usualChoices[id]) as Choices[C], at(id, i));
    const plan = planAt(choice('plan'), i);
    const own = (id: PlanQuantity) => {
      const told = app[id];
      return told === undefined ? plan[id] : amountAt(told, at(id, i));
    };
    const amounts = Object.fromEntries(
      quantityIds.map((id, q) => [id, columns[q]?.[i] ?? 0]),
    ) as Record<QuantityId, number>;
    return {
      setting: {
        ...amounts,
        host: choice('host'),
        slowHolds: choice('slowHolds'),
        bypass: choice('bypass'),
        json: choice('json'),
      },
      plan: plan.plan,
      cores: own('cores'),
      burst: own('burst'),
      disk: own('disk'),
      memory: own('memory'),
      slots: own('slots'),
      clients: own('clients'),
      connect: choice('connect'),
      fetch: choice('fetch'),
      rule: choice('rule'),
      live: choice('live'),
      indexed: choice('indexed'),
      delivery: choice('delivery'),
      stops: choice('stops'),
      requests: amounts.requests,
      rounds: amounts.rounds,
      cached: amounts.cached,
      pool: amounts.pool,
      slow: amounts.slow,
      pollSeconds: amounts.pollSeconds,
    };
  });
}
