import type { Facts, Query } from '#src/scan/code/facts.ts';
import { NARROWS } from '#src/scan/code/ways.ts';
import { growthOfRead } from '#src/scan/growth.ts';
import { addsUp, columnOf, type Project, tableOf } from '#src/scan/project.ts';
import type { Finding, Rule } from '#src/scan/rule.ts';
import { isUnique, type Table } from '#src/scan/schema/schema.ts';
import { isNarrowed, isOfCompany, isOpenToStaff } from '#src/scan/seen.ts';
import { isErrand } from '#src/scan/staff.ts';
import { TENANT_COLUMN, words } from '#src/scan/vocabulary.ts';

/** Names that lead to one row where no schema is known. */
const KEYS = new Set(['id', 'uuid', 'slug']);
/** Written out, these name as many rows as there are names: `key in ('logo', 'title')`. */
const NAMES = new Set(['name', 'key', 'code', 'title']);
const ONE =
  /^(uid|e?mail|user_?name|phone(_?number)?|token|code|(invite|invitation|referral|join|access|promo|reset|session|api)_?(token|code|key))$/i;

/** Tables with a row for each person, whether or not the schema says so, and the column that tells whose. */
const EACH = /^(users?|profiles?|user_(profiles?|stats|settings|preferences|wallets?))$/;
const WHOSE = /^(user|auth|auth_user)_?id$|^uid$/i;

/** Equality on a key finds one row; a list of keys finds as many as were asked for. */
export function isBounded(query: Query, table: Table | undefined): boolean {
  const equal = query.filters.filter(
    ({ operator, maybe }) => !maybe && /^(eq|in|each\.eq)$/.test(operator),
  );
  if (equal.some(({ column }) => KEYS.has(column))) return true;
  const each = EACH.test(words(table?.name ?? query.table ?? ''));
  if (each && equal.some(({ column }) => WHOSE.test(column))) return true;
  const listed = equal.filter(({ operator, fixed }) => operator === 'in' && fixed);
  if (listed.some(({ column, value }) => value === '' || NAMES.has(column))) return true;
  if (!table) return equal.some(({ column, operator }) => operator === 'eq' && ONE.test(column));
  return isUnique(table, new Set(equal.map(({ column }) => columnOf(table, column))));
}

/** Columns by which a read is narrowed to what a run asks for. */
export const narrowing = ({ filters, client }: Query): string[] =>
  filters
    .filter(
      ({ operator, fixed, maybe }) =>
        !fixed &&
        !maybe &&
        NARROWS.test(operator) &&
        // Looks for a text within another.
        !(client === 'prisma' && operator.endsWith('contains')),
    )
    // Who rents something is called a tenant too.
    .map(({ column, own }) => (own && /^tenant_?id$/i.test(column) ? 'user_id' : lastOf(column)));

/** `order.customer_id` of what is read along, as if it stood in the list itself. */
const lastOf = (column: string): string => column.slice(column.lastIndexOf('.') + 1);

const PARENT = /(^|_)(ids?|uid|by|email|phone|owner|author|users?|participants|members|…)(_?\d)?$/;
/** Each of these stands for a large share. */
const COARSE = /^((sub_?)?category|type|status|state|role|level|stage|region|city|country)_id$/;

/** Does one of these columns leave one visitor's or one parent's rows, rather than a state's, a day's or a tenant's? */
const leavesPart = (by: readonly string[]): boolean =>
  by.some((column) => {
    const name = words(column);
    return PARENT.test(name) && !COARSE.test(name) && !TENANT_COLUMN.test(name);
  });

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

/** Has a limit, if a high one: what is read stays within what a screen bears. */
export const isCut = ({ most = Infinity }: Query): boolean => most <= 5_000;

/** How much of a table a list holds, and how that grows. */
export function shareOf(
  project: Project,
  { path }: Facts,
  query: Query,
): Pick<Finding, 'growth' | 'scope' | 'ofCompany'> {
  const table = tableOf(project, query);
  const by = narrowing(query);
  // The rules that leave a visitor her own rows let staff and functions with the server's key see all.
  const kept = leavesPart(by);
  const asServer = /(^|\/)supabase\/functions\//.test(path);
  const own =
    !kept &&
    !(project.uses.isStaff(path) && isOpenToStaff(table)) &&
    !asServer &&
    isNarrowed(project, table);
  const company = !own && !asServer && isOfCompany(project, table) ? ['company_id'] : [];
  const all = own ? ['user_id'] : [...by, ...company];
  return {
    growth: growthOfRead(project, query, table, all),
    scope: own || kept ? 'part' : 'all',
    ofCompany: all.some((column) => TENANT_COLUMN.test(column)),
  };
}

function finding(project: Project, file: Facts, query: Query): Finding {
  const table = tableOf(project, query);
  const share = shareOf(project, file, query);
  const part = share.scope === 'part';
  const name = table?.name ?? query.table;
  return {
    rule: 'list-without-limit',
    file: file.path,
    line: query.line,
    table: name,
    ...share,
    staff: project.uses.isStaff(file.path),
    light: isForErrand(file, query) || isCut(query),
    says: isCut(query)
      ? `Reads up to ${query.most?.toLocaleString('en')} rows of ${name ?? 'a table'} at once.`
      : part
        ? `Reads every row of ${name ?? 'a table'} that belongs to one visitor or parent, however many there are.`
        : query.filters.some(({ maybe }) => !maybe)
          ? `Reads every row of ${name ?? 'a table'} that a coarse filter leaves, however many there are.`
          : `Reads the whole of ${name ?? 'a table'}, however long it is.`,
  };
}

export const listWithoutLimit: Rule = {
  id: 'list-without-limit',
  find: (project) =>
    project.files.flatMap((file) =>
      file.queries.flatMap((query) => {
        if (query.listens && narrowing(query).length === 0) return [];
        const open = isOpenList(project, query) && !addsUp(project, query);
        return open ? [finding(project, file, query)] : [];
      }),
    ),
};
