import { type Growth, growthOf } from '#src/scan/growth.ts';
import { type Project, tableOf } from '#src/scan/project.ts';
import type { Finding, Rule } from '#src/scan/rule.ts';
import type { Table } from '#src/scan/schema/schema.ts';
import { isNarrowed } from '#src/scan/seen.ts';
import { HAPPENS, PRESENCE, words } from '#src/scan/vocabulary.ts';
import { narrowing } from './list-without-limit.ts';

/** The migrations name tables that are sent to the browser, and this one is not among them. */
const isSilent = ({ schema: { allLive, tables } }: Project, table: Table | undefined): boolean =>
  table?.complete === true &&
  !table.live &&
  !allLive &&
  [...tables.values()].some(({ live }) => live);

/** What is written with each use of the app; the rest changes now and then. */
function changes({ growth, table = '' }: Finding): Growth | undefined {
  const called = words(table);
  return growth === 'grows' && !HAPPENS.test(called) && !PRESENCE.test(called) ? 'unknown' : growth;
}

const finding = (
  project: Project,
  file: string,
  line: number,
  name: string | undefined,
): Finding => {
  const table = tableOf(project, { table: name });
  return {
    rule: 'realtime-whole-table',
    file,
    line,
    table: table?.name ?? name,
    growth: growthOf(project, table, name),
    staff: project.uses.isStaff(file),
    says: `Every open screen hears of every change in ${name ?? 'a table'}.`,
  };
};

/** Supabase channels that keep nearly all rows, and Firestore listeners on whole collections. */
export const realtimeWholeTable: Rule = {
  id: 'realtime-whole-table',
  find: (project) =>
    project.files.flatMap((file) => [
      ...file.channels
        .filter(({ scoped }) => !scoped)
        .map(({ line, table: name }) => {
          const one = finding(project, file.path, line, name);
          const table = tableOf(project, { table: name });
          return {
            ...one,
            growth: changes(one),
            // Of a listener in Firestore each screen reads it whole; here a few screens of staff are
            // told, or each visitor of her own rows, or nobody at all.
            light: one.staff || isNarrowed(project, table) || isSilent(project, table),
          };
        }),
      ...file.queries
        .filter(
          (query) =>
            // A hook that listens to whatever it is given says nothing by itself.
            query.listens &&
            query.table !== undefined &&
            !query.limited &&
            !query.single &&
            narrowing(query).length === 0,
        )
        .map(({ line, table }) => finding(project, file.path, line, table)),
    ]),
};
