import {
  type App,
  type Choices,
  planQuantities,
  type QuantityId,
  quantities,
  type Sample,
  usualChoices,
} from './app.ts';
import { type PlanId, planOf } from './constants/plans.ts';
import { type Amount, amountAt, choiceAt } from './range.ts';
import { SAMPLES, stream } from './stream.ts';

const quantityIds = Object.keys(quantities) as QuantityId[];
const choiceIds = Object.keys(usualChoices) as (keyof Choices)[];

const at = (name: string, i: number) => stream(name)[i] ?? 0.5;

/** What the plan gives the app with the number `i`, drawn at that app's own quantiles. */
export function planAt(id: PlanId, i: number): Pick<Sample, (typeof planQuantities)[number] | 'plan'> {
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

/** The hundred apps that stand for a description: each quantity drawn from its own stream. */
export function draw(app: App): Sample[] {
  return Array.from({ length: SAMPLES }, (_, i) => {
    const sample: Record<string, unknown> = {};
    for (const id of choiceIds) sample[id] = choiceAt<string>(app[id] ?? usualChoices[id], at(id, i));
    for (const id of quantityIds) {
      sample[id] = amountAt(app[id] ?? (quantities[id].usual as Amount), at(id, i));
    }
    Object.assign(sample, planAt(sample['plan'] as PlanId, i));
    for (const id of planQuantities) {
      const amount = app[id];
      if (amount !== undefined) sample[id] = amountAt(amount, at(id, i));
    }
    return sample as unknown as Sample;
  });
}
