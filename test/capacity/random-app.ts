/** Random descriptions of apps: any choice, any quantity fixed or as a range within what it may be. */
import fc from 'fast-check';
import { type App, type Choices, planQuantities, quantities } from '#src/capacity/app.ts';
import { plans } from '#src/capacity/constants/plans.ts';
import { type Amount, range } from '#src/capacity/range.ts';

const choices: { readonly [C in keyof Choices]: readonly Choices[C][] } = {
  plan: Object.keys(plans) as Choices['plan'][],
  connect: ['api', 'pooler', 'pool', 'each'],
  fetch: ['page', 'own', 'all'],
  rule: ['once', 'row', 'join'],
  live: ['no', 'own', 'table', 'poll'],
  indexed: ['yes', 'no'],
  host: ['functions', 'server'],
  delivery: ['cdn', 'server'],
  slowHolds: ['yes', 'no'],
  bypass: ['yes', 'no'],
  json: ['server', 'database'],
  stops: ['yes', 'no'],
};

/** A point of what a quantity may be, evenly on the logarithm where it spans decades. */
function within([least, most]: readonly [number, number], at: number): number {
  const from = least > 0 ? least : most * 1e-6;
  if (least === 0 && at < 0.05) return 0;
  return from * (most / from) ** at;
}

const quantile = fc.double({ min: 0, max: 1, noNaN: true });

const amount = (limits: readonly [number, number]): fc.Arbitrary<Amount> =>
  fc
    .tuple(quantile, quantile, fc.boolean())
    .map(([a, b, fixed]) =>
      fixed || a === b
        ? within(limits, a)
        : range(within(limits, Math.min(a, b)), within(limits, Math.max(a, b))),
    );

const choice = <T extends string>(all: readonly T[]) =>
  fc.oneof(
    fc.constantFrom(...all),
    fc
      .array(fc.tuple(fc.constantFrom(...all), fc.integer({ min: 1, max: 9 })), {
        minLength: 1,
        maxLength: 4,
      })
      .map((alternatives) => ({ oneOf: alternatives })),
  );

export const app: fc.Arbitrary<App> = fc.record(
  {
    ...(Object.fromEntries(
      Object.entries(choices).map(([id, all]) => [id, choice(all as readonly string[])]),
    ) as object),
    ...Object.fromEntries(
      Object.entries({ ...quantities, ...planQuantities }).map(([id, { within: limits }]) => [
        id,
        amount(limits),
      ]),
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<App>;

/** A range that lies within an amount, ends included. */
export function narrower(of: Amount, a: number, b: number): Amount {
  if (typeof of === 'number') return of;
  const at = (share: number) =>
    of.from > 0 ? of.from * (of.to / of.from) ** share : of.to * share;
  return range(at(Math.min(a, b)), at(Math.max(a, b)));
}
