import { growthOf } from '#src/scan/growth.ts';
import { type Project, tableOf } from '#src/scan/project.ts';
import type { Finding, Rule } from '#src/scan/rule.ts';
import { narrowing } from './list-without-limit.ts';

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
        .map(({ line, table }) => ({
          ...finding(project, file.path, line, table),
          // A few screens of staff are told; of a listener in Firestore each reads it whole.
          light: project.uses.isStaff(file.path),
        })),
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
