import { emptySchema, type Schema } from '#src/scan/schema/schema.ts';
import { alterTable, createTable } from './alter.ts';
import { Cursor } from './cursor.ts';
import { createIndex, dropIndex } from './indexes.ts';
import { executed } from './loops.ts';
import { alterPolicy, createPolicy, dropPolicy } from './policies.ts';
import { alterPublication } from './publication.ts';
import { type Statement, statements, type Token, tokens } from './token.ts';

/** Where a statement stands; the text is needed to keep expressions as they were written. */
export interface Context {
  readonly schema: Schema;
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

type Handler = (cursor: Cursor, context: Context) => void;

/** First words → what to do with the rest. The longest that fits is taken. */
const HANDLERS: readonly (readonly [readonly string[], Handler])[] = [
  [['create', 'table'], createTable],
  [['create', 'unlogged', 'table'], createTable],
  [['create', 'index'], (c, ctx) => createIndex(c, ctx, false)],
  [['create', 'unique', 'index'], (c, ctx) => createIndex(c, ctx, true)],
  [['create', 'policy'], createPolicy],
  [['create', 'view'], createView],
  [['create', 'materialized', 'view'], createView],
  [['create', 'or', 'replace', 'view'], createView],
  [['create', 'function'], createFunction],
  [['create', 'or', 'replace', 'function'], createFunction],
  [['create', 'publication'], alterPublication],
  [['alter', 'publication'], alterPublication],
  [['alter', 'table'], alterTable],
  [['alter', 'policy'], alterPolicy],
  [['insert', 'into'], seedTable],
  [['drop', 'table'], dropTable],
  [['drop', 'view'], dropView],
  [['drop', 'index'], dropIndex],
  [['drop', 'policy'], dropPolicy],
];

function createView(cursor: Cursor, { schema }: Context) {
  cursor.take('if', 'not', 'exists');
  const name = cursor.takeName();
  if (!name) return;
  schema.views.add(name);
  const table = tableShown(cursor.rest());
  if (table) schema.shows.set(name, table);
  else schema.shows.delete(name);
}

const ADDS_UP =
  /^(group|distinct|limit|fetch|having|union|count|sum|avg|min|max|array_agg|json_agg|jsonb_agg)$/;

/** The table of which a view shows each row; undefined where it adds rows up or cuts them off. */
function tableShown(all: readonly Token[]): string | undefined {
  if (all.some(({ kind, text }) => kind === 'word' && ADDS_UP.test(text))) return undefined;
  const from = all.findIndex(({ kind, text }) => kind === 'word' && text === 'from');
  // A dump writes joins within brackets.
  const [first, dot, second] = all.slice(from + 1).filter(({ text }) => text !== '(');
  if (from < 0 || !first || first.text === 'select') return undefined;
  return dot?.text === '.' ? second?.text : first.text;
}

function dropView(cursor: Cursor, { schema }: Context) {
  cursor.take('if', 'exists');
  const name = cursor.takeName();
  if (!name) return;
  schema.views.delete(name);
  schema.shows.delete(name);
}

function createFunction(cursor: Cursor, { schema }: Context) {
  const name = cursor.takeName();
  if (!name) return;
  const rest = cursor.rest();
  const body = rest.find((t) => t.kind === 'body') ?? rest.findLast((t) => t.kind === 'text');
  const definer = rest.some(
    (t, i) => t.text === 'security' && t.kind === 'word' && rest[i + 1]?.text === 'definer',
  );
  schema.functions.set(name, { body: body?.text ?? '', definer });
}

/** Rows written out; those that are copied from another table are that table's. */
function seedTable(cursor: Cursor, { schema }: Context) {
  const name = cursor.takeName();
  const table = name && schema.tables.get(name);
  if (table && cursor.rest().some((t) => t.kind === 'word' && t.text === 'values'))
    table.seeded = true;
}

function dropTable(cursor: Cursor, { schema }: Context) {
  cursor.take('if', 'exists');
  do {
    const name = cursor.takeName();
    if (!name || !schema.tables.delete(name)) continue;
    for (const table of schema.tables.values()) {
      table.foreignKeys = table.foreignKeys.filter((key) => key.references !== name);
    }
  } while (cursor.takeSymbol(','));
}

/** The words behind which a statement starts within a block of procedural code. */
const OPENERS = new Set(['begin', 'then', 'else', 'loop']);
const STARTS = new Set(['create', 'alter', 'drop', 'execute']);

/** Migrations wrap statements in `do $$ … $$`, often to ask first whether they are needed. */
function applyBlock(body: string, context: Context) {
  const all = tokens(body);
  for (let i = 0; i < all.length; i++) {
    const token = all[i];
    const before = all[i - 1];
    const opens = !before || before.text === ';' || OPENERS.has(before.text);
    if (!opens || token?.kind !== 'word' || !STARTS.has(token.text)) continue;
    let end = i;
    while (end < all.length && !(all[end]?.kind === 'symbol' && all[end]?.text === ';')) end++;
    const inner = { ...context, text: body };
    const next = all[i + 1];
    if (token.text !== 'execute') applyStatement({ tokens: all.slice(i, end), line: 0 }, inner);
    else if (next?.kind === 'text' || next?.kind === 'body') applyText(next.text, context);
    else if (next?.text === 'format')
      for (const sql of executed(all, i + 2, context.schema)) applyText(sql, context);
    i = end;
  }
}

function applyText(sql: string, context: Context) {
  for (const statement of statements(sql)) applyStatement(statement, { ...context, text: sql });
}

function applyStatement(statement: Statement, context: Context) {
  const cursor = new Cursor(statement.tokens);
  if (cursor.is('do')) {
    const body = statement.tokens.find((token) => token.kind === 'body');
    if (body) applyBlock(body.text, context);
    return;
  }
  for (const [words, handle] of HANDLERS) {
    if (cursor.take(...words)) return handle(cursor, context);
  }
}

/**
 * The state that the files leave behind when they are run in this order. Statements that would fail
 * (a table that is there already, an index on a table that is not) change nothing, as in a run that goes on.
 */
export function applySql(
  files: readonly { readonly path: string; readonly text: string }[],
  schema: Schema = emptySchema(),
): Schema {
  for (const { path, text } of files) {
    for (const statement of statements(text)) {
      applyStatement(statement, { schema, file: path, line: statement.line, text });
    }
  }
  return schema;
}
