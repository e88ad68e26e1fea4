import { tableOf } from '#src/scan/project.ts';
import type { Rule } from '#src/scan/rule.ts';

/** Above a minute between two requests an open page costs next to nothing. Milliseconds. */
const LONG = 60_000;

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
              light: project.uses.isStaff(file.path),
              says: `Every open screen asks ${table ? `for ${table} ` : ''}again every ${seconds} seconds.`,
            },
          ];
        }),
    ),
};
