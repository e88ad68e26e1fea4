import {
  bubble,
  bubblePlanSources,
  bubblePlans,
  bubbleSources,
} from '#src/capacity/constants/bubble.ts';
import type { Plan, PlanSources, Source } from '#src/capacity/constants/constant.ts';
import {
  firebase,
  firebasePlanSources,
  firebasePlans,
  firebaseSources,
} from '#src/capacity/constants/firebase.ts';
import { hosting, hostingSources } from '#src/capacity/constants/hosting.ts';
import { lab, labSources } from '#src/capacity/constants/lab.ts';
import { postgresPlanSources, postgresPlans } from '#src/capacity/constants/postgres.ts';
import { repaired, repairedSources } from '#src/capacity/constants/repaired.ts';
import {
  supabase,
  supabasePlanSources,
  supabasePlans,
  supabaseSources,
} from '#src/capacity/constants/supabase.ts';
import { usage, usageSources } from '#src/capacity/constants/usage.ts';
import { visitor, visitorSources } from '#src/capacity/constants/visitor.ts';
import type { Range } from '#src/capacity/range.ts';

/** One constant as the page lists it. */
export interface Row extends Source {
  readonly name: string;
  readonly value: string;
}

export interface Group {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** Three digits that count, without zeros at the end; small ones as a power of ten. */
function written(value: number): string {
  if (value === Infinity) return 'no limit';
  if (value !== 0 && Math.abs(value) < 1e-3)
    return value
      .toExponential(2)
      .replace('e-', ' × 10⁻')
      .replace(/⁻(\d)$/, (_, digit: string) => `⁻${'⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]}`);
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 6 });
}

function amount(value: number | Range): string {
  if (typeof value === 'number') return written(value);
  const { from, to } = value;
  return from === to ? written(from) : `${written(from)} to ${written(to)}`;
}

const rowsOf = (values: Record<string, number | Range>, sources: Record<string, Source>): Row[] =>
  Object.entries(values).flatMap(([name, value]) => {
    const source = sources[name];
    return source ? [{ name, value: amount(value), ...source }] : [];
  });

/** One row for each limit of the plans that has a source: its value plan by plan. */
function plansOf(plans: Record<string, Plan>, sources: PlanSources): Row[] {
  return (Object.keys(sources) as (keyof Plan)[]).flatMap((key) => {
    const source = sources[key];
    if (!source) return [];
    const values = Object.entries(plans).map(([id, plan]) => {
      const value = plan[key];
      return `${id}: ${typeof value === 'string' ? value : amount(value)}`;
    });
    return [{ name: key, value: values.join(' · '), ...source }];
  });
}

/** Every constant of the model with its unit, its source and the day on which it was read. */
export const constantGroups = (): Group[] => [
  { title: 'The laboratory and the model', rows: rowsOf(lab, labSources()) },
  { title: 'Visitors, their lines and devices', rows: rowsOf(visitor, visitorSources()) },
  { title: 'How people use an app', rows: rowsOf(usage, usageSources()) },
  { title: 'Where code runs', rows: rowsOf(hosting, hostingSources()) },
  { title: 'What a repair comes to', rows: rowsOf(repaired, repairedSources()) },
  {
    title: 'Supabase',
    rows: [
      ...rowsOf(supabase, supabaseSources()),
      ...plansOf(supabasePlans, supabasePlanSources()),
    ],
  },
  { title: 'Postgres elsewhere', rows: plansOf(postgresPlans, postgresPlanSources()) },
  {
    title: 'Firebase',
    rows: [
      ...rowsOf(firebase, firebaseSources()),
      ...plansOf(firebasePlans, firebasePlanSources()),
    ],
  },
  {
    title: 'Bubble',
    rows: [...rowsOf(bubble, bubbleSources()), ...plansOf(bubblePlans, bubblePlanSources())],
  },
];
