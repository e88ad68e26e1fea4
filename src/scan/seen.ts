import type { Project } from './project.ts';
import type { Policy, Table } from './schema/schema.ts';
import { TENANT_COLUMN } from './vocabulary.ts';

const VISITOR = /auth\.(uid|jwt|email)/i;
const STAFF = /admin|staff|moderator|permission/i;

/** The server's own role passes by the rules anyway. */
export const isServers = ({ roles }: Policy): boolean =>
  roles.every((role) => role === 'service_role' || role === 'postgres');

/** The conditions under which the policies show a row, each of which is enough. */
const waysToSee = ({ policies }: Table): string[] =>
  policies
    .filter(
      (one) =>
        !one.restrictive && !isServers(one) && (one.command === 'select' || one.command === 'all'),
    )
    .flatMap(({ using = '' }) =>
      using.replace(/auth\.uid\(\)\s*\)?\s*is\s+not\s+null/gi, '').split(/\bor\b/i),
    );

const isOwn = (way: string): boolean => VISITOR.test(way) || STAFF.test(way);

/** Do the policies show each visitor her own rows only, and all rows to nobody but staff? */
export function isNarrowed(project: Project, table: Table | undefined): boolean {
  if (!project.schema.supabase || !table?.secured) return false;
  const ways = waysToSee(table);
  return ways.every(isOwn) && ways.some((way) => VISITOR.test(way) && !STAFF.test(way));
}

/** Do the policies show each company its own rows only, or a visitor hers? */
export function isOfCompany(project: Project, table: Table | undefined): boolean {
  if (!project.schema.supabase || !table?.secured) return false;
  const tenants = [...table.columns.keys()].filter((column) => TENANT_COLUMN.test(column));
  const ways = waysToSee(table);
  const names = (way: string) => tenants.some((column) => way.includes(column));
  return ways.some(names) && ways.every((way) => names(way) || isOwn(way));
}

/** Do the policies show staff all rows, by whatever they tell that she is of the staff? */
export const isOpenToStaff = (table: Table | undefined): boolean =>
  table !== undefined && waysToSee(table).some((way) => STAFF.test(way));

/**
 * Do the policies show strangers nothing? PostgreSQL then finds them no row to change or delete either,
 * whatever the policy for that says, because a request over the API names its rows by a condition.
 */
export const isHidden = (table: Table): boolean => table.secured && waysToSee(table).every(isOwn);
