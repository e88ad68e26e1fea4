import { growthOf } from '#src/scan/growth.ts';
import type { Policy, Table } from '#src/scan/schema/schema.ts';
import type { Rule } from '#src/scan/rule.ts';
import { isHidden, isServers } from '#src/scan/seen.ts';

const isTrue = (expression: string | undefined) => expression?.trim().toLowerCase() === 'true';

/** Of an update, `using` says whose rows may be changed at all; a check that says yes opens no others. */
const isOpen = ({ command, using, check }: Policy): boolean =>
  isTrue(using) || (isTrue(check) && command !== 'update');

/** Strangers may add, as a form for guests has to let them; or change what they cannot find. */
const changesNothing = (table: Table, { command }: Policy): boolean =>
  command === 'insert' || isHidden(table);

export const policyAlwaysTrue: Rule = {
  id: 'policy-always-true',
  find: (project) =>
    [...project.schema.tables.values()].flatMap((table) =>
      table.policies
        .filter(
          (policy) => policy.command !== 'select' && !policy.restrictive && !isServers(policy),
        )
        .filter(isOpen)
        .map((policy) => ({
          rule: 'policy-always-true' as const,
          file: policy.place.file,
          line: policy.place.line,
          table: table.name,
          growth: growthOf(project, table, table.name),
          light: changesNothing(table, policy) || !project.isInUse(table),
          says: `The rule “${policy.name}” lets anyone write to ${table.name}.`,
        })),
    ),
};
