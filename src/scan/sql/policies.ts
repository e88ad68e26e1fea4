import type { Command, Policy } from '#src/scan/schema/schema.ts';
import type { Context } from './apply.ts';
import type { Cursor } from './cursor.ts';
import { standsAlone } from './subquery.ts';
import { type Token, tokens } from './token.ts';

const COMMANDS: readonly Command[] = ['all', 'select', 'insert', 'update', 'delete'];

/** The text of a bracketed expression, as written. */
function takeExpression(cursor: Cursor, text: string): string | undefined {
  const inner = cursor.takeBrackets();
  const [first, last] = [inner?.[0], inner?.at(-1)];
  return first && last && text.slice(first.start, last.end);
}

function takeRoles(cursor: Cursor): string[] {
  const roles: string[] = [];
  do {
    const role = cursor.takeName();
    if (role) roles.push(role);
  } while (cursor.takeSymbol(','));
  return roles;
}

/** What follows `on table`: roles and expressions, the command where it is a new policy. */
function clauses(cursor: Cursor, text: string): Partial<Policy> {
  const found: { -readonly [K in keyof Policy]?: Policy[K] } = {};
  while (!cursor.done) {
    if (cursor.take('as')) found.restrictive = cursor.takeName() === 'restrictive';
    else if (cursor.take('for')) {
      const word = cursor.takeName();
      found.command = COMMANDS.find((command) => command === word) ?? 'all';
    } else if (cursor.take('to')) found.roles = takeRoles(cursor);
    else if (cursor.take('using')) found.using = takeExpression(cursor, text);
    else if (cursor.take('with', 'check')) found.check = takeExpression(cursor, text);
    else cursor.at++;
  }
  return found;
}

export function createPolicy(cursor: Cursor, { schema, file, line, text }: Context) {
  // PostgreSQL knows no "if not exists" here; such a statement fails and changes nothing.
  const name = cursor.takeName();
  if (!name || !cursor.take('on')) return;
  const on = cursor.takeName();
  const table = on && schema.tables.get(on);
  if (!table || table.policies.some((policy) => policy.name === name)) return;
  table.policies.push({
    name,
    command: 'all',
    restrictive: false,
    roles: ['public'],
    ...clauses(cursor, text),
    place: { file, line },
  });
}

export function alterPolicy(cursor: Cursor, { schema, text }: Context) {
  const name = cursor.takeName();
  if (!name || !cursor.take('on')) return;
  const on = cursor.takeName();
  const table = on && schema.tables.get(on);
  if (!table) return;
  const changed = clauses(cursor, text);
  table.policies = table.policies.map((p) => (p.name === name ? { ...p, ...changed } : p));
}

export function dropPolicy(cursor: Cursor, { schema }: Context) {
  cursor.take('if', 'exists');
  const name = cursor.takeName();
  if (!cursor.take('on')) return;
  const on = cursor.takeName();
  const table = on && schema.tables.get(on);
  if (table) table.policies = table.policies.filter((policy) => policy.name !== name);
}

/** Functions that answer the same for every row of a query, so asking once is enough. */
const AUTH = new Set(['uid', 'jwt', 'role', 'email']);

/** Start and end of each call of an auth function or `current_setting` that is asked for each row. */
export function callsPerRow(
  expression: string,
): { readonly start: number; readonly end: number }[] {
  const all = tokens(expression);
  const found: { start: number; end: number }[] = [];
  for (let i = 0; i < all.length; i++) {
    const selects = all[i + 1]?.kind === 'word' && all[i + 1]?.text === 'select';
    if (all[i]?.text === '(' && selects) {
      const end = closing(all, i);
      // Asked once a query, and what stands in it with it.
      if (standsAlone(all.slice(i, end))) i = end;
    }
    const first = callAt(all, i);
    if (!first) continue;
    const end = all[closing(all, i + first)];
    if (end) found.push({ start: all[i]?.start ?? 0, end: end.end });
  }
  return found;
}

/** Where the bracket closes that opens here. */
function closing(all: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < all.length; i++) {
    if (all[i]?.kind !== 'symbol') continue;
    if (all[i]?.text === '(') depth++;
    if (all[i]?.text === ')' && --depth === 0) return i;
  }
  return all.length;
}

/** Number of tokens of the function's name if such a call starts here. */
function callAt(all: readonly Token[], i: number): number | undefined {
  const word = (offset: number) => all[i + offset]?.text;
  if (word(0) === 'auth' && word(1) === '.' && AUTH.has(word(2) ?? '') && word(3) === '(') return 3;
  if (word(0) === 'current_setting' && word(1) === '(' && all[i - 1]?.text !== '.') return 1;
  return undefined;
}

/** The same expression, each such call asked once a query. */
export function askOnce(expression: string): string {
  return callsPerRow(expression)
    .reverse()
    .reduce(
      (text, { start, end }) =>
        `${text.slice(0, start)}(select ${text.slice(start, end)})${text.slice(end)}`,
      expression,
    );
}
