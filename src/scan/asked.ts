import { type Group, groupsOf } from './groups.ts';
import { isLikely } from './rank.ts';
import type { Finding } from './rule.ts';
import { isPart, LISTS, ofCompanies } from './size.ts';

/** Tables to ask for at once: more is not answered on a phone. */
const MOST = 6;

/** What her word may change: a list that is read whole, of which only she knows how long it gets. */
const isOpen = (finding: Finding, companies: ReadonlySet<string>): boolean =>
  LISTS.has(finding.rule) &&
  !(finding.ofCompany && !companies.has(finding.table ?? '')) &&
  (finding.growth === 'grows' || finding.growth === 'unknown') &&
  !(isPart(finding) || finding.size || finding.light || finding.unused);

/** A table of which the visitor is asked how long it gets. */
export interface Asked {
  readonly table: string;
  /** Files in which it is read whole, or looked through. */
  readonly files: number;
  readonly whole: boolean;
  /** Each company has rows of its own, and it is these that are meant. */
  readonly ofCompany: boolean;
}

const askedOf =
  (whole: boolean, companies: ReadonlySet<string>) =>
  ({ table, findings }: Group): Asked[] => {
    const files = new Set(findings.map(({ file }) => file)).size;
    return table === undefined ? [] : [{ table, whole, files, ofCompany: companies.has(table) }];
  };

/** The heaviest first: lists that are read whole, then tables that many places look through. */
export function askedFor(findings: readonly Finding[]): Asked[] {
  const companies = ofCompanies(findings);
  const lists = groupsOf(findings.filter((one) => isOpen(one, companies))).flatMap(
    askedOf(true, companies),
  );
  const searched = groupsOf(
    findings.filter(({ rule, size }) => rule === 'filter-without-index' && !size),
  )
    .filter((group) => isLikely(group.findings))
    .flatMap(askedOf(false, companies));
  const all = [...lists, ...searched];
  return all
    .filter(({ table }, i) => all.findIndex((one) => one.table === table) === i)
    .slice(0, MOST);
}
