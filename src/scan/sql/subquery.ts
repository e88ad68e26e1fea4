import type { Token } from './token.ts';

/** Words that are no column. */
const NO_COLUMN = /^(select|and|or|not|is|true|false|null|any|all|some|array|current_\w+|\d.*)$/;
/** Behind these a bracket holds no arguments, or those of the subquery's own columns. */
const NO_FUNCTION = /^(in|any|exists|and|or|not|where|on|using|count|min|max|coalesce|lower)$/;

const isColumn = (name = ''): boolean => !NO_COLUMN.test(name);

/** One space between tokens, and none within `table.column`; texts and casts are left out. */
const plain = (all: readonly Token[]): string =>
  all
    .map(({ kind, text }) => (kind === 'text' ? "''" : text))
    .join(' ')
    .replaceAll(' . ', '.')
    .replace(/: : [\w.]+/g, '');

/**
 * Does a subquery name nothing of the row that is looked at? Columns without a table in front are
 * taken for its own, unless they are compared with another column or handed to a function.
 */
export function standsAlone(subquery: readonly Token[]): boolean {
  const text = plain(subquery);
  const tables = [
    ...text.matchAll(/(?:\bfrom|\bjoin|,) [( ]*(?:\w+\.)?(\w+)\b(?! \()(?: as)?(?: (\w+))?/g),
  ];
  const own = new Set(tables.flat());
  const named = text.replace(/\b(from|join) [( ]*[\w.]+| as \w+/g, '$1');
  const names = (pattern: RegExp) => [...named.matchAll(pattern)].map(([, ...all]) => all);
  if (tables.length === 0)
    return !names(/\b([a-z_][\w.]*)(?![\w.]| \()/g)
      .flat()
      .some(isColumn);
  return (
    names(/\b([\w.]+)\.\w+\b(?! \()/g).every(([of = '']) => own.has(of.split('.').at(-1) ?? of)) &&
    names(/([\w.]+) [=<>!]+(?: [=>])? ([\w.]+)(?![\w.]| \()/g).every(
      (sides) => !sides.every(isColumn) || sides.every((one) => one.includes('.')),
    ) &&
    names(/(\w+) \( (\w+) [,)]/g).every(
      ([name = '', of]) => NO_FUNCTION.test(name) || !isColumn(of),
    )
  );
}
