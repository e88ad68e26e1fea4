/** Effort and money in a founder's words. Pure text. */
import type { Estimate } from '#src/capacity/rating.ts';
import { site } from '#src/site.ts';
import type { Span, Work } from './cost.ts';

const half = (count: number) =>
  count % 1 === 0.5 ? `${Math.floor(count) || ''}½` : count.toLocaleString('en');

/** "½ day", "½ to 1 day", "2 to 5 days". */
export function inDays({ low, high }: Span): string {
  const unit = high > 1 ? 'days' : 'day';
  return low === high ? `${half(low)} ${unit}` : `${half(low)} to ${half(high)} ${unit}`;
}

const money = (sum: number, currency: string) =>
  sum.toLocaleString('en', { style: 'currency', currency, maximumFractionDigits: 0 });

/** "€350 to €1,100" */
export function inMoney({ low, high }: Span): string {
  const [from, to] = [low, high].map((sum) => money(sum, site.price.currency));
  return from === to ? `${from}` : `${from} to ${to}`;
}

/** "½ to 1 day, €350 to €1,100" */
export const effort = ({ days, price }: Work): string => `${inDays(days)}, ${inMoney(price)}`;

/** Two digits are what the estimate knows. */
const dollars = (sum: number) => money(Number(sum.toPrecision(2)), 'USD');

/** "about $25 a month", "$25 to $130 a month", "nothing" */
export function inMonthly({ low, high }: Estimate): string {
  const [from, to] = [dollars(low), dollars(high)];
  if (from !== to) return `${from} to ${to} a month`;
  return high < 1 ? 'nothing' : `about ${from} a month`;
}
