import type { Filter } from './facts.ts';

/** Comparisons that leave what belongs to one value, alone or as one of several ways to match. */
export const NARROWS = /^((or|and|each)\.)*(eq|in|cs|contains|has(Some)?|array-?contains(-any)?)$/i;

/**
 * Filters of which one way to match is enough: `or.` where each way compares one column, `each.` for a
 * column that every way compares among others, `and.` for any other. Where one way is open to all, no
 * column is compared for sure.
 */
export function oneOf(ways: readonly (readonly Filter[])[]): Filter[] {
  if (ways.length < 2) return ways.flat();
  const open = ways.some(
    (way) => !way.some(({ fixed, operator, maybe }) => !fixed && !maybe && NARROWS.test(operator)),
  );
  const alone = ways.every((way) => way.length < 2);
  const inEach = (column: string) =>
    ways.every((way) => way.some((one) => one.column === column && one.operator === 'eq'));
  return ways.flatMap((way, i) =>
    way.flatMap((one) => {
      const how = alone ? 'or' : inEach(one.column) ? 'each' : 'and';
      if (how === 'each' && i > 0) return [];
      return [{ ...one, operator: `${how}.${one.operator}`, maybe: one.maybe || open }];
    }),
  );
}
