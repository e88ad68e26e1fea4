import type { Facts, Query } from '#src/scan/code/facts.ts';
import { growthOf, growthOfRead } from '#src/scan/growth.ts';
import { addsUp, columnOf, type Project, tableOf } from '#src/scan/project.ts';
import type { Finding, Rule } from '#src/scan/rule.ts';
import { isUnique, type Table } from '#src/scan/schema/schema.ts';
import { isErrand } from '#src/scan/staff.ts';

/** Names that lead to one row where no schema is known. */
const KEYS = new Set(['id', 'uuid', 'slug']);
const ONE =
  /^(uid|e?mail|user_?name|phone(_?number)?|token|code|(invite|invitation|referral|join|access|promo|reset|session|api)_?(token|code|key))$/i;

/** Equality on a key finds one row; a list of keys finds as many as were asked for. */
export function isBounded(query: Query, table: Table | undefined): boolean {
  const equal = query.filters.filter(
    ({ operator, maybe }) => !maybe && (operator === 'eq' || operator === 'in'),
  );
  if (equal.some(({ column }) => KEYS.has(column))) return true;
  if (!table) return equal.some(({ column, operator }) => operator === 'eq' && ONE.test(column));
  return isUnique(table, new Set(equal.map(({ column }) => columnOf(table, column))));
}

/** Does a policy show each visitor her own rows only? */
export const isNarrowed = (project: Project, table: Table | undefined): boolean => {
  if (!project.schema.supabase || !table?.secured) return false;
  const reads = table.policies.filter(
    ({ command, restrictive }) => !restrictive && (command === 'select' || command === 'all'),
  );
  return (
    reads.length > 0 &&
    reads.every(({ using }) => using !== undefined && /auth\.(uid|jwt)/i.test(using))
  );
};

/** Columns that leave one visitor's or one parent's rows. */
export const narrowing = (query: Query): string[] =>
  query.filters
    .filter(
      ({ operator, fixed, maybe }) =>
        !fixed && !maybe && ['eq', 'in', 'contains', 'cs', 'or.eq', 'or.in'].includes(operator),
    )
    .map(({ column }) => column);

/** Is this a read of a list that nothing bounds? */
export function isOpenList(project: Project, query: Query): boolean {
  if (query.action !== 'read' || query.single || query.limited || query.counts) return false;
  return !isBounded(query, tableOf(project, query));
}

/** Does it belong to an export, a report or the like, which is asked for now and then? */
const isForErrand = ({ queries, bodies }: Facts, query: Query): boolean => {
  const at = queries.indexOf(query);
  return bodies.some(({ name, queries: own }) => own.includes(at) && name && isErrand(name));
};

function finding(project: Project, file: Facts, query: Query): Finding {
  const table = tableOf(project, query);
  const by = narrowing(query);
  // The rules that leave a visitor her own rows let staff see all.
  const own = by.length === 0 && !project.uses.isStaff(file.path) && isNarrowed(project, table);
  const part = own || by.length > 0;
  const name = table?.name ?? query.table;
  return {
    rule: 'list-without-limit',
    file: file.path,
    line: query.line,
    table: name,
    growth: growthOfRead(project, query, table, own ? ['user_id'] : by),
    scope: part ? 'part' : 'all',
    staff: project.uses.isStaff(file.path),
    light: isForErrand(file, query),
    says: part
      ? `Reads every row of ${name ?? 'a table'} that belongs to one visitor or parent, however many there are.`
      : `Reads the whole of ${name ?? 'a table'}, however long it is.`,
  };
}

/** A relation that comes along whole with one row: one conversation with all its messages. */
function included(project: Project, file: Facts, query: Query): Finding[] {
  if (query.action !== 'read' || !query.single) return [];
  const table = tableOf(project, query);
  return query.includes.flatMap((field): Finding[] => {
    const relation = table?.relations?.get(field);
    if (!relation?.list) return [];
    const to = project.schema.tables.get(relation.to);
    return [
      {
        rule: 'list-without-limit',
        file: file.path,
        line: query.line,
        table: relation.to,
        growth: growthOf(project, to, relation.to, ['parent_id']),
        scope: 'part',
        staff: project.uses.isStaff(file.path),
        says: `Brings every row of ${relation.to} along with one row of ${table?.name}.`,
      },
    ];
  });
}

export const listWithoutLimit: Rule = {
  id: 'list-without-limit',
  find: (project) =>
    project.files.flatMap((file) =>
      file.queries.flatMap((query) => {
        if (query.listens && narrowing(query).length === 0) return [];
        const open = isOpenList(project, query) && !addsUp(project, query);
        return [
          ...(open ? [finding(project, file, query)] : []),
          ...included(project, file, query),
        ];
      }),
    ),
};
