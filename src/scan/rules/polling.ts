import type { Query } from '#src/scan/code/facts.ts';
import { growthOfRead } from '#src/scan/growth.ts';
import { type Project, tableOf } from '#src/scan/project.ts';
import type { At } from '#src/scan/reach.ts';
import type { Rule } from '#src/scan/rule.ts';
import { narrowing } from './list-without-limit.ts';

/** Above a minute between two requests an open page costs next to nothing. Milliseconds. */
const LONG = 60_000;

/** Requests of this size that one turn may send and still weigh little. */
const FEW = 3;

/** One row, a row by its key, a page, a number, or what belongs to one visitor or parent: read, or changed. */
function isSmall(project: Project, query: Query): boolean {
  const { action, single, limited, counts, filters } = query;
  if (action === 'call') return false;
  if (counts && filters.some(({ operator, maybe }) => operator === 'eq' && !maybe)) return true;
  const byKey = filters.some(
    ({ column, operator, maybe }) => column === 'id' && operator === 'eq' && !maybe,
  );
  const growth = growthOfRead(project, query, tableOf(project, query), narrowing(query));
  return single || limited || byKey || growth === 'parts' || growth === 'small';
}

/** Does it ask for a few rows each time? Of 37 timers that readers judged 18 did no harm, many of these so. */
function asksLittle(project: Project, target: At): boolean {
  const few = project.reach.requests(target, FEW)?.map(({ file, query }) => file.queries[query]);
  return few?.every((query) => query !== undefined && isSmall(project, query)) ?? false;
}

export const polling: Rule = {
  id: 'polling',
  find: (project) =>
    project.files.flatMap((file) =>
      file.polls
        .filter(
          ({ milliseconds }) =>
            milliseconds > 0 && milliseconds <= LONG && file.place === 'browser',
        )
        .flatMap(({ line, milliseconds, to }) => {
          const target = project.reach.at(file, to);
          if (!target || !project.reach.asks(target)) return [];
          const source = project.reach.firstQuery(target);
          const query = source?.file.queries[source.query];
          const table = query && (tableOf(project, query)?.name ?? query.table);
          const seconds = Math.round(milliseconds / 100) / 10;
          return [
            {
              rule: 'polling' as const,
              file: file.path,
              line,
              table,
              staff: project.uses.isStaff(file.path),
              light:
                project.uses.isStaff(file.path) ||
                // It saves what one visitor does, now and then.
                query?.action === 'write' ||
                asksLittle(project, target),
              says: `Every open screen asks ${table ? `for ${table} ` : ''}again every ${seconds} seconds.`,
            },
          ];
        }),
    ),
};
