import {
  type App,
  type Choices,
  type PlanQuantity,
  type QuantityId,
  quantities,
  type Sample,
  type Setting,
  usualChoices,
} from './app.ts';
import { type PlanId, planOf } from './constants/plans.ts';
import { type Amount, amountAt, choiceAt } from './range.ts';
import { SAMPLES, stream } from './stream.ts';

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

/** The app with the number `i` out of the hundred that fit the description. */
function drawOne(app: App, i: number): Sample {
  const amount = (id: QuantityId) =>
    amountAt(app[id] ?? (quantities[id].usual as Amount), at(id, i));
  const choice = <C extends keyof Choices>(id: C) =>
    choiceAt<Choices[C]>((app[id] ?? usualChoices[id]) as Choices[C], at(id, i));
  const plan = planAt(choice('plan'), i);
  const own = (id: PlanQuantity) => {
    const told = app[id];
    return told === undefined ? plan[id] : amountAt(told, at(id, i));
  };
  const setting = Object.fromEntries([
    ['host', choice('host')],
    ['slowHolds', choice('slowHolds')],
    ...(Object.keys(quantities) as QuantityId[]).map((id) => [id, amount(id)]),
  ]) as Setting;
  return {
    setting,
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
    requests: amount('requests'),
    rounds: amount('rounds'),
    cached: amount('cached'),
    pool: amount('pool'),
    slow: amount('slow'),
    pollSeconds: amount('pollSeconds'),
  };
}

/** The hundred apps that stand for a description: each quantity drawn from its own stream. */
export function draw(app: App): Sample[] {
  return Array.from({ length: SAMPLES }, (_, i) => drawOne(app, i));
}
