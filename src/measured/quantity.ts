const SECONDS = [
  ['s', 1],
  ['ms', 1e-3],
  ['µs', 1e-6],
] as const;
const BYTES = [
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
  ['B', 1],
] as const;

/** Two digits that count: a measurement here varies by some percent from day to day. */
const short = (value: number) => Number(value.toPrecision(2)).toLocaleString('en');

function scaled(value: number, steps: readonly (readonly [string, number])[]): string {
  const [unit, size] = steps.find(([, least]) => value >= least) ?? steps.at(-1) ?? ['', 1];
  return `${short(value / size)} ${unit}`;
}

/**
 * A measured value as a reader is shown it: “170 ms” for 171.3 (ms) or 0.1713 (s), “2.4 MB”,
 * “1,100 users”, “27” where there is no unit. What a unit is counted by (“s a row”) is left to the sentence around it.
 */
export function quantity(value: number, unit: string): string {
  const [base = '', ...by] = unit.split(' ');
  if (base === 's') return scaled(value, SECONDS);
  if (base === 'ms') return scaled(value / 1000, SECONDS);
  if (base === 'B') return scaled(value, BYTES);
  return [short(value), base, ...by].join(' ').trim();
}

/** How many times one value is another: “1,200 times”, “1.4 times”. */
export const times = (value: number, over: number): string => `${short(value / over)} times`;
