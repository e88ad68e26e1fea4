import type { Estimate } from '#src/capacity/rating.ts';

/** Two digits are what the estimate knows: "$25", "$1,300". */
export const inDollars = (sum: number): string =>
  Number(sum.toPrecision(2)).toLocaleString('en', {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: 0,
  });

/** "$25", "$30 to $410" */
export function spanInDollars({ low, high }: Estimate): string {
  const [from, to] = [inDollars(low), inDollars(high)];
  return from === to ? from : `${from} to ${to}`;
}
