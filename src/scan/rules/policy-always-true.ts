import type { Policy } from '#src/scan/schema/schema.ts';
import type { Rule } from '#src/scan/rule.ts';

const isTrue = (expression: string | undefined) => expression?.trim().toLowerCase() === 'true';
/** The server's own role passes by the rules anyway. */
const isServer = ({ roles }: Policy) =>
  roles.every((role) => role === 'service_role' || role === 'postgres');

export const policyAlwaysTrue: Rule = {
  id: 'policy-always-true',
  find: ({ schema }) =>
    [...schema.tables.values()].flatMap((table) =>
      table.policies
        .filter((policy) => policy.command !== 'select' && !policy.restrictive && !isServer(policy))
        .filter(({ using, check }) => isTrue(using) || isTrue(check))
        .map((policy) => ({
          rule: 'policy-always-true' as const,
          file: policy.place.file,
          line: policy.place.line,
          table: table.name,
          says: `The rule “${policy.name}” lets anyone write to ${table.name}.`,
        })),
    ),
};
