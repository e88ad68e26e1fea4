import type { Unit } from './experiment.ts';

/** As precise as a run is repeatable: two digits, or whole ones from a hundred on. */
const digits = (value: number) =>
  (value >= 100 ? Math.round(value) : Number(value.toPrecision(2))).toLocaleString('en', {
    maximumSignificantDigits: 15,
  });

const units: Readonly<Record<Unit, (value: number) => string>> = {
  ms: (value) => (value < 1000 ? `${digits(value)}\u00a0ms` : `${digits(value / 1000)}\u00a0s`),
  seconds: (value) => (value < 1 ? `${digits(value * 1000)}\u00a0ms` : `${digits(value)}\u00a0s`),
  bytes: (value) => {
    if (value < 1000) return `${digits(value)}\u00a0B`;
    return value < 1_000_000
      ? `${digits(value / 1000)}\u00a0kB`
      : `${digits(value / 1_000_000)}\u00a0MB`;
  },
  count: (value) => (value < 10 ? digits(value) : Math.round(value).toLocaleString('en')),
  share: (value) => `${digits(value * 100)}\u00a0%`,
};

/** A measured amount with its unit, as a reader sees it; the two stay on one line. */
export const amount = (value: number, unit: Unit): string => units[unit](value);

/** A whole number with its thousands set apart. */
export const number = (value: number): string => Math.round(value).toLocaleString('en');

/** How many times more the first is, as said in a sentence: "130 times", "2.4 times", "about the same". */
export function times(more: number, less: number): string {
  const ratio = more / Math.max(less, Number.EPSILON);
  if (ratio < 1.3) return 'about the same';
  const rounded = Number(ratio.toPrecision(2));
  return `${rounded.toLocaleString('en')} times`;
}
