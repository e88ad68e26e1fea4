import { growthOf } from '#src/scan/growth.ts';
import { policyStatement } from '#src/scan/repair-sql.ts';
import type { Rule } from '#src/scan/rule.ts';
import { callsPerRow } from '#src/scan/sql/policies.ts';

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
          says: `The rule “${policy.name}” of ${table.name} asks who the visitor is again for every row.`,
        })),
    ),
};
