import type { Policy, Table } from './schema/schema.ts';
import { askOnce } from './sql/policies.ts';
import { tokens } from './sql/token.ts';

/** Words that PostgreSQL keeps for itself and that apps like to call things by. */
const RESERVED =
  /^(all|and|any|array|as|asc|case|cast|check|column|constraint|create|default|desc|distinct|do|else|end|except|false|for|foreign|from|grant|group|having|in|into|is|join|like|limit|not|null|offset|on|only|or|order|primary|references|select|table|then|to|true|union|unique|user|using|when|where|window|with)$/;

const quoted = (name: string): string =>
  /^[a-z_][a-z0-9_]*$/.test(name) && !RESERVED.test(name)
    ? name
    : `"${name.replaceAll('"', '""')}"`;

const tableName = (name: string): string => {
  const [schema, rest] = name.includes('.') ? name.split('.', 2) : ['public', name];
  return `${quoted(schema ?? 'public')}.${quoted(rest ?? name)}`;
};

const indexName = (table: string, columns: readonly string[], ending: string): string =>
  `${table.split('.').at(-1)}_${columns.join('_')}_${ending}`.slice(0, 63);

/** `concurrently`: the table can be read and written while the index is made. */
export const indexStatement = (table: string, columns: readonly string[]): string =>
  `create index concurrently if not exists ${quoted(indexName(table, columns, 'idx'))} on ${tableName(table)} (${columns.map(quoted).join(', ')});`;

/** For words within a text; needs the extension that `TRIGRAMS` switches on. */
export const wordIndexStatement = (table: string, column: string): string =>
  `create index concurrently if not exists ${quoted(indexName(table, [column], 'words_idx'))} on ${tableName(table)} using gin (${quoted(column)} gin_trgm_ops);`;

export const TRIGRAMS = 'create extension if not exists pg_trgm;';

/** An expression on one line, without its comments: what follows them would be lost. */
const oneLine = (expression: string): string => {
  const all = tokens(expression);
  return all.reduce((text, token, i) => {
    const before = all[i - 1];
    const gap = before && expression.slice(before.end, token.start) !== '' ? ' ' : '';
    return text + gap + expression.slice(token.start, token.end);
  }, '');
};

/** The same policy, asking once a query who the visitor is. */
export function policyStatement(table: Table, policy: Policy): string {
  const clause = (words: string, expression: string | undefined) =>
    expression === undefined ? '' : `\n  ${words} (${oneLine(askOnce(expression))})`;
  return `alter policy ${quoted(policy.name)} on ${tableName(table.name)}${clause('using', policy.using)}${clause('with check', policy.check)};`;
}
