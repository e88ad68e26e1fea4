import { keyOf } from './answers.ts';
import { groupWeight, isLikely } from './rank.ts';
import type { Finding } from './rule.ts';

/** One fault with all its places: the same rule about the same table. */
export interface Group {
  readonly key: string;
  readonly rule: Finding['rule'];
  readonly table?: string | undefined;
  readonly findings: readonly Finding[];
}

/** Shown before the visitor asks for more. */
const FIRST = 10;

/** What is shown at once: the heaviest, without what seldom adds to the load. */
export const shownFirst = (groups: readonly Group[]): readonly Group[] =>
  groups.slice(0, FIRST).filter(({ findings }) => isLikely(findings));

/** Stands all of it where nothing leads to? Then its first place does. */
const isUnused = ({ findings: [first] }: Group): number => Number(first?.unused ?? 0);

/** The heaviest first, what nothing leads to last; places within a group likewise. */
export function groupsOf(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups]
    .flatMap(([key, all]) => {
      const [first] = all;
      return first ? [{ key, rule: first.rule, table: first.table, findings: all }] : [];
    })
    .sort((a, b) => isUnused(a) - isUnused(b) || groupWeight(b.findings) - groupWeight(a.findings));
}
