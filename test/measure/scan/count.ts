import type { MeasuredScan } from '#src/scan/measured.ts';
import { RULES, type RuleId } from '#src/scan/rule.ts';
import { percentile } from '../percentile.ts';
import type { App } from './app.ts';

const sum = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((total, one) => total + of(one), 0);
const rounded = (value: number) => Math.round(value * 10) / 10;

/** The apps in which a rule could find anything at all. */
const concerned: Partial<Record<RuleId, (app: App) => boolean>> = {
  'foreign-key-without-index': ({ foreignKeys }) => foreignKeys > 0,
  'policy-asks-per-row': ({ askingPolicies }) => askingPolicies > 0,
  'no-monitoring': () => true,
  'heavy-images': () => true,
};
const asksDatabase = ({ summary }: App) => summary.queries > 0;

/** How many apps have a fault, and how often: the middle app and the two quartiles. */
function figuresOf(rule: RuleId, apps: readonly App[]): MeasuredScan['figures'] {
  const own = apps.filter(concerned[rule] ?? asksDatabase);
  const counts = own.map(({ found }) => found[rule]);
  const figure = (name: string, value: number, unit = '') => ({
    name: `${rule}-${name}`,
    value: rounded(value),
    unit,
  });
  return [
    figure('concerned', own.length),
    figure('apps', counts.filter((count) => count > 0).length),
    figure(
      'findings',
      sum(counts, (count) => count),
    ),
    figure('low', percentile(counts, 0.25)),
    figure('median', percentile(counts, 0.5)),
    figure('high', percentile(counts, 0.75)),
  ];
}

const share = (part: number, whole: number) => rounded((100 * part) / whole);

/** The sums that are published of the apps that were read. */
export function count(apps: readonly App[]): Pick<MeasuredScan, 'corpus' | 'rules' | 'figures'> {
  const all = (of: (app: App) => number) => sum(apps, of);
  const corpus = {
    repositories: apps.length,
    files: all(({ summary }) => summary.files),
    lines: all(({ summary }) => summary.lines),
    unread: all(({ summary }) => summary.unread.length),
    requests: all(({ summary }) => summary.queries),
  };
  const limited = all(({ summary }) => summary.limited);
  const open = all(({ found }) => found['list-without-limit']);
  const made = (builder: string) =>
    apps.filter(({ summary }) => summary.builder === builder).length;
  return {
    corpus,
    rules: RULES.map((rule) => ({
      rule,
      repositories: apps.filter(({ found }) => found[rule] > 0).length,
      findings: all(({ found }) => found[rule]),
    })),
    figures: [
      { name: 'apps', value: apps.length, unit: '' },
      { name: 'lines', value: corpus.lines, unit: 'lines' },
      { name: 'requests', value: corpus.requests, unit: 'requests' },
      { name: 'asking', value: apps.filter(asksDatabase).length, unit: '' },
      { name: 'made-with-lovable', value: made('lovable'), unit: '' },
      {
        name: 'on-supabase',
        value: apps.filter(({ summary }) => summary.backend === 'supabase').length,
        unit: '',
      },
      { name: 'lists-limited', value: share(limited, limited + open), unit: '%' },
      {
        name: 'keys-unindexed',
        value: share(
          all(({ found }) => found['foreign-key-without-index']),
          all(({ foreignKeys }) => foreignKeys),
        ),
        unit: '%',
      },
      {
        name: 'policies-per-row',
        value: share(
          all(({ found }) => found['policy-asks-per-row']),
          all(({ askingPolicies }) => askingPolicies),
        ),
        unit: '%',
      },
      ...RULES.flatMap((rule) => figuresOf(rule, apps)),
    ],
  };
}
