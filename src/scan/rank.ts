import type { Finding, RuleId } from './rule.ts';
import { LISTS, sized, type Sizes } from './size.ts';
import { isJob, isOnce, isOnServer } from './staff.ts';
import { ANNOUNCED, HAPPENS, PEOPLE, SIGNED_IN, TALK, words } from './vocabulary.ts';

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
  // Most of those that stand in code are made once, or by what nobody asks often: of seven none hurt.
  'client-per-request': 23,
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

/** Is the table long by the word of the visitor or of her database? */
const isLong = ({ size }: Finding): boolean => size === 'more' || size === 'thousands';

/**
 * Files that are enough where the table is long. What a single file of the visitors' app reads whole of such
 * a table is mostly narrowed in a way that the scan does not see: of 70 such lists 37 hurt, of 67 others 50;
 * of those that pages for staff read 37 of 44. Of searches in three files and more 9 of 12, of others 7 of 18.
 */
function filesOfLong({ rule, staff }: Finding): number {
  if (rule === 'filter-without-index') return 3;
  return LISTS.has(rule) && !staff ? 2 : 1;
}

/** Does a row come with each visitor or each use, rather than with what a business lists? */
const comesByUse = (called: string): boolean => HAPPENS.test(called) || PEOPLE.test(called);

/**
 * Places in which a fault has to stand before it is likely to hurt: what an app is about is asked for on
 * many of its screens. Of the groups on 90 apps that readers judged, lists read whole hurt in 40 of 47 in
 * four files and more where rows come by use, in 20 of 31 where an owner adds them, so that only she can
 * tell, and in 50 of 112 in fewer files; parts of a list in 14 of 15 in two files and more and in 3 of 8
 * in one, but on later apps in none of 4 in two or three; searches in five files and more in 5 of 5 of the
 * former and in 2 of 6 of the latter, else in 21 of 52; live tables in 3 of 3 in three files and more and in
 * 16 of 27 in fewer; timers in 9 of 10 where the table is known that they ask for, and in 6 of 13 where they
 * ask for an address; loops of a server in 4 of 6 in three places and more and in 2 of 9 in fewer.
 */
function placesNeeded(finding: Finding): number {
  const { rule, file, scope, staff, table = '', within } = finding;
  const called = words(table);
  // Of a talk even one parent has many; of an occasion only where it is large.
  if (scope === 'part') return TALK.test(called) ? 4 : 6;
  // A search by a few, or of all who have an account, is not felt: each of those adds one row.
  if (rule === 'filter-without-index' && (staff || SIGNED_IN.test(called))) return Infinity;
  if (isLong(finding)) return filesOfLong(finding);
  switch (rule) {
    case 'list-without-limit':
    case 'work-in-browser':
      return comesByUse(called) ? 4 : Infinity;
    case 'filter-without-index':
      return HAPPENS.test(called) && !ANNOUNCED.test(called) && !within ? 5 : Infinity;
    case 'realtime-whole-table':
      return 3;
    case 'polling':
      return table ? 1 : 6;
    case 'query-per-row':
      return isOnServer(file) ? 3 : 1;
    default:
      return 1;
  }
}

/** What all places of one fault weigh together, the heaviest first among them. */
export function groupWeight(findings: readonly Finding[]): number {
  const [heaviest] = findings;
  if (!heaviest) return 0;
  const weight = weightOf(heaviest);
  const felt = findings.filter((one) => weightOf(one) > LIGHT * weight);
  // A file of a server holds the routes of many screens.
  const places = felt.map(({ rule, file, line }) =>
    rule === 'query-per-row' ? `${file}:${line}` : file,
  );
  return new Set(places).size < placesNeeded(heaviest) ? weight * GROWTH.unknown : weight;
}

/** Is what stands at these places likely to hurt, as far as is known? */
export const isLikely = (findings: readonly Finding[]): boolean => groupWeight(findings) >= SELDOM;

/** The heaviest first, what nothing leads to last; among equals in the order of the files. */
export const ranked = (findings: readonly Finding[]): Finding[] =>
  findings
    .map((finding) => ({ finding, weight: weightOf(finding), unused: Number(finding.unused ?? 0) }))
    .sort((a, b) => a.unused - b.unused || b.weight - a.weight)
    .map(({ finding }) => finding);

/** The findings after the visitor’s word on her tables, in their new order. */
export const withWord = (findings: readonly Finding[], sizes: Sizes): Finding[] =>
  ranked(sized(findings, sizes));
