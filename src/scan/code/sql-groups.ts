import type { Token } from '#src/scan/sql/token.ts';
import { CATALOG, EPISODE, HAPPENS, PEOPLE, PERSON_COLUMN, words } from '#src/scan/vocabulary.ts';

/** Grouped by these, the answer is as long as there are days or months. */
const TIMES =
  /^(date|date_trunc|to_char|extract|strftime|year|month|week|day|hour)$|_(year|month|week|day|hour)$/;
/** Each row has its own, or each person. */
const OWN =
  /^(id|uuid|name|title|slug|url|path|token|code|phone|address|e?mail|user_?name)$|_?(e?mail|uuid|url|token)$|^(created|added|posted|uploaded|invited)_?by$/;

/** Does a column hold a few values only: a state, a region, one of the house’s own categories? */
function isFew(column: string): boolean {
  const name = words(column);
  const called = name.replace(/_?(id|name)$/, '');
  const long = [CATALOG, HAPPENS, PEOPLE].some((one) => one.test(called));
  return !(OWN.test(name) || long || PERSON_COLUMN.test(name) || EPISODE.test(name));
}

/** `status`, `t.region`, `date(at)`; what is reckoned otherwise may be as long as the table. */
function isShort(key: readonly Token[]): boolean {
  if (TIMES.test(key[0]?.text ?? '')) return true;
  const last = key.at(-1);
  return (
    (last?.kind === 'word' || last?.kind === 'name') &&
    (key.length === 1 || key.at(-2)?.text === '.') &&
    isFew(last.text)
  );
}

/**
 * How long is the answer of a grouped statement? Takes what stands outside of brackets; undefined
 * where nothing is grouped.
 */
export function groupsOf(outer: readonly Token[]): 'few' | 'many' | undefined {
  const at = outer.findIndex(({ kind, text }) => kind === 'word' && text === 'group');
  if (at < 0) return undefined;
  const keys: Token[][] = [[]];
  for (const token of outer.slice(at + 2)) {
    if (/^(having|order|limit|offset|fetch|union|window|;)$/.test(token.text)) break;
    if (token.text === ',') keys.push([]);
    else keys.at(-1)?.push(token);
  }
  return keys.every(isShort) ? 'few' : 'many';
}
