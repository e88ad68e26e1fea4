import { type Growth, growthOf, leavesMost } from '#src/scan/growth.ts';
import { type Project, tableOf } from '#src/scan/project.ts';
import { policyStatement } from '#src/scan/repair-sql.ts';
import type { Rule } from '#src/scan/rule.ts';
import type { Table } from '#src/scan/schema/schema.ts';
import { callsPerRow } from '#src/scan/sql/policies.ts';
import { isBounded, narrowing } from './list-without-limit.ts';

const STAYS: ReadonlySet<Growth> = new Set(['parts', 'small']);

/** Where the code reads one row at a time, or none, a rule is asked once or twice. Without code nobody knows. */
function isReadInLists(project: Project, table: Table): boolean {
  if (project.files.length === 0) return true;
  return project.files.some(
    ({ path, queries }) =>
      // Functions at the edge mostly ask with the server's key, which passes by the rules.
      !path.startsWith('supabase/functions/') &&
      queries.some(
        (query) =>
          query.action === 'read' &&
          !query.single &&
          !query.counts &&
          tableOf(project, query) === table &&
          !isBounded(query, table) &&
          narrowing(query).every(leavesMost) &&
          !STAYS.has(growthOf(project, table, table.name)),
      ),
  );
}

/** A check on inserting runs once for each row written, so it costs nothing to speak of. */
export const policyAsksPerRow: Rule = {
  id: 'policy-asks-per-row',
  find: (project) =>
    [...project.schema.tables.values()].flatMap((table) =>
      table.policies
        .filter(
          ({ command, using }) =>
            command !== 'insert' && using !== undefined && callsPerRow(using).length > 0,
        )
        .map((policy) => ({
          rule: 'policy-asks-per-row' as const,
          file: policy.place.file,
          line: policy.place.line,
          table: table.name,
          sql: policyStatement(table, policy),
          growth: growthOf(project, table, table.name),
          light:
            policy.command === 'update' ||
            policy.command === 'delete' ||
            !isReadInLists(project, table),
          says: `The rule “${policy.name}” of ${table.name} asks who the visitor is again for every row.`,
        })),
    ),
};
