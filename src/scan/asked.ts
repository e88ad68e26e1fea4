import { type Group, groupsOf } from './groups.ts';
import type { Finding } from './rule.ts';
import { isPart } from './size.ts';

/** Lists to ask for at once: more is not answered on a phone. */
const MOST = 6;

/** Is it the whole of a list, of which only the visitor knows how long it gets? */
const isOpen = (finding: Finding): boolean =>
  (finding.rule === 'list-without-limit' || finding.rule === 'work-in-browser') &&
  (finding.growth === 'grows' || finding.growth === 'unknown') &&
  !(isPart(finding) || finding.size || finding.light || finding.unused);

/** Lists of whose tables the visitor is asked how long they get, the heaviest first. */
export const askedFor = (findings: readonly Finding[]): Group[] =>
  groupsOf(findings.filter(isOpen))
    .filter(({ table }) => table !== undefined)
    .slice(0, MOST);
