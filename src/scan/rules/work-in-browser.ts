import { tableOf } from '#src/scan/project.ts';
import type { Finding, Rule } from '#src/scan/rule.ts';
import { isCut, isOpenList, shareOf } from './list-without-limit.ts';

const WORDS = {
  filter: 'Filters',
  sort: 'Sorts',
  reduce: 'Adds up',
  distinct: 'Looks for different values in',
} as const;

/** Shown as evidence under the list that it reads: the repair is one and the same. */
export const workInBrowser: Rule = {
  id: 'work-in-browser',
  find: (project) =>
    project.files.flatMap((file) => {
      const found = file.derivations.flatMap(({ line, how, of }): Finding[] => {
        const lists = project.reach.sources(file, of).filter(({ file: from, query }) => {
          const one = from.queries[query];
          return one !== undefined && isOpenList(project, one);
        });
        const [first] = lists;
        const query = first?.file.queries[first.query];
        if (!first || !query) return [];
        const table = tableOf(project, query);
        const name = table?.name ?? query.table;
        return [
          {
            rule: 'work-in-browser',
            file: file.path,
            line,
            table: name,
            ...shareOf(project, first.file, query),
            staff: project.uses.isStaff(file.path),
            light: isCut(query),
            says: `${WORDS[how]} ${name ?? 'a list'} after all of it was fetched.`,
            also: [{ file: first.file.path, line: query.line, says: 'Where the list is read.' }],
          },
        ];
      });
      return [...new Map(found.map((one) => [one.line, one])).values()];
    }),
};
