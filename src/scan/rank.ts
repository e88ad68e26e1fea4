import type { Finding, RuleId } from './rule.ts';
import { isJob, isOnce } from './staff.ts';

/**
 * How much load one such place adds when the app grows, against the others. A judgement, ordered by
 * the capacity model: work that grows with rows times visitors first, advice that costs no capacity last.
 */
const WEIGHT: Readonly<Record<RuleId, number>> = {
  // Through a list that nobody knows, such as the events of one webhook, three in ten hurt: seldom.
  'query-per-row': 81,
  'list-without-limit': 80,
  'realtime-whole-table': 75,
  polling: 65,
  'client-per-request': 65,
  'filter-without-index': 60,
  // It holds one request of one visitor, and grows with no table.
  'slow-call-without-timeout': 23,
  // Felt only where a long table is read whole, which is told by itself.
  'policy-asks-per-row': 23,
  'work-in-browser': 40,
  'row-security-off': 40,
  'firestore-rules-open': 40,
  'policy-always-true': 42,
  // It costs the visitors' lines, and the database nothing.
  'heavy-images': 23,
  // Where the code looks through it, that is told as a filter without an index.
  'foreign-key-without-index': 20,
  'no-client-cache': 20,
  'no-monitoring': 10,
};
const GROWTH = { grows: 1, unknown: 0.29, parts: 0.25, small: 0.15 } as const;
/** Staff pages are open on few screens at once. */
const STAFF = 0.6;
const PART = 0.8;
const LIGHT = 0.25;
/** What weighs less seldom adds to the load: advice, lists that stay short, checks of one row. */
export const SELDOM = 24;

export const weightOf = (finding: Finding): number =>
  WEIGHT[finding.rule] *
  GROWTH[finding.growth ?? 'grows'] *
  (finding.staff ? STAFF : 1) *
  (finding.scope === 'part' ? PART : 1) *
  (finding.light || finding.unused || isOnce(finding.file) || isJob(finding.file) ? LIGHT : 1);

/**
 * Files in which a fault has to stand before it is likely to hurt: what an app is about is asked for on
 * many of its screens. Of the groups on 62 apps that readers judged, lists that are read whole hurt in 38
 * of 78 in up to three files and in 42 of 51 in more; searches in 22 of 48 in up to four files and in 7 of
 * 8 in more; live tables in 16 of 27 in up to two and both in more; parts of a list in 4 of 10 in one file
 * and 12 of 14 in more.
 */
const SPREAD: Partial<Record<RuleId, number>> = {
  'list-without-limit': 4,
  'work-in-browser': 4,
  'filter-without-index': 5,
  'realtime-whole-table': 3,
};
const SPREAD_OF_PART = 2;

/** What all places of one fault weigh together, the heaviest first among them. */
export function groupWeight(findings: readonly Finding[]): number {
  const [heaviest] = findings;
  if (!heaviest) return 0;
  const weight = weightOf(heaviest);
  const felt = findings.filter((one) => weightOf(one) > LIGHT * weight);
  const files = new Set(felt.map(({ file }) => file)).size;
  const needed = heaviest.scope === 'part' ? SPREAD_OF_PART : (SPREAD[heaviest.rule] ?? 1);
  return files < needed ? weight * GROWTH.unknown : weight;
}

/** The heaviest first, what nothing leads to last; among equals in the order of the files. */
export const ranked = (findings: readonly Finding[]): Finding[] =>
  findings
    .map((finding) => ({ finding, weight: weightOf(finding), unused: Number(finding.unused ?? 0) }))
    .sort((a, b) => a.unused - b.unused || b.weight - a.weight)
    .map(({ finding }) => finding);
