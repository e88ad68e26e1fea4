/** An amount that lies somewhere between two values: log-uniform, or uniform when it starts at 0. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A known amount, or a range of it. */
export type Amount = number | Range;

/** A known choice, or alternatives with their weights (any positive numbers). */
export type Choice<T extends string> = T | { readonly oneOf: readonly (readonly [T, number])[] };

export const range = (from: number, to: number): Range => ({ from, to });

export const oneOf = <T extends string>(...alternatives: (readonly [T, number])[]): Choice<T> => ({
  oneOf: alternatives,
});

/** The amount at the quantile `at` (0…1) of its range. */
export function amountAt(amount: Amount, at: number): number {
  if (typeof amount === 'number') return amount;
  const { from, to } = amount;
  return from > 0 ? from * (to / from) ** at : to * at;
}

/** The alternative at the quantile `at` (0…1): alternatives fill 0…1 in their order, by weight. */
export function choiceAt<T extends string>(choice: Choice<T>, at: number): T {
  if (typeof choice === 'string') return choice;
  const all = choice.oneOf;
  let rest = at * all.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of all) {
    rest -= weight;
    if (rest < 0) return value;
  }
  const last = all[all.length - 1];
  if (!last) throw new Error('A choice needs at least one alternative');
  return last[0];
}
