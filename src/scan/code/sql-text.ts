import type * as t from '@babel/types';
import { type Token, tokens } from '#src/scan/sql/token.ts';
import type { Filter, Query } from './facts.ts';
import { groupsOf } from './sql-groups.ts';
import { type CallNode, lineOf, lookup, type Node, type Tree, usesOf } from './tree.ts';
import { bare, memberName, textOf, GAP } from './value.ts';

const RUNS = new Set([
  'query',
  'execute',
  'unsafe',
  '$queryRaw',
  '$queryRawUnsafe',
  'raw',
  'all',
  'any',
  'many',
]);
/** What the database tells of itself. */
const CATALOG = /^(information_schema|pg_\w+|sqlite_master|sqlite_schema)$/;
const SUMS = /^(count|sum|avg|min|max|exists)$/;
const STATEMENT = /^\s*(select|with|insert|update|delete)\b/i;

/** `select count(*) …`, `select coalesce(sum(amount), 0) …`: one row, whatever is read for it. */
function addsUp([, first, open]: readonly Token[], all: readonly Token[]): boolean {
  if (SUMS.test(first?.text ?? '')) return true;
  if (first?.text !== 'coalesce' && first?.text !== 'round') return false;
  return open?.text === '(' && SUMS.test(all[all.indexOf(open) + 1]?.text ?? '');
}

/** The statement itself, after what it names by `with … as (…)`; takes what stands outside of brackets. */
function mainOf(outer: readonly Token[]): readonly Token[] {
  if (outer[0]?.text !== 'with') return outer;
  const at = outer.findIndex(({ text }) => /^(select|insert|update|delete)$/.test(text));
  return at < 0 ? outer : outer.slice(at);
}

/** The tables that these words read from; what a function makes up, or what `with` names, is none. */
function tablesIn(looked: readonly Token[], all: readonly Token[]): string[] {
  const named = new Set(
    all[0]?.text === 'with'
      ? all.flatMap((one, i) =>
          all[i + 1]?.text === 'as' && /^(\(|not|materialized)$/.test(all[i + 2]?.text ?? '')
            ? one.text
            : [],
        )
      : [],
  );
  return looked.flatMap(({ kind, text }, i) => {
    const to = looked[i + 1];
    if (kind !== 'word' || text !== 'from' || !to || named.has(to.text)) return [];
    const calls = looked[i + 2]?.text === '(' || looked[i - 3]?.text === 'extract';
    return calls || to.text === '(' || to.text === 'lateral' ? [] : [to.text];
  });
}

/** A statement written out in the code: `sql\`select … from orders\``, `pool.query('select …')`. */
function read(sql: string, line: number): Query | undefined {
  if (!STATEMENT.test(sql)) return undefined;
  const all = tokens(sql.replaceAll(GAP, ' $1 '));
  const verb = all[0]?.text;
  let depth = 0;
  const outer = all.filter((token) => {
    if (token.kind === 'symbol' && token.text === ')') depth -= 1;
    const here = depth === 0;
    if (token.kind === 'symbol' && token.text === '(') depth += 1;
    return here;
  });
  const main = mainOf(outer);
  const after = (word: string) => {
    const at = all.findIndex((token) => token.kind === 'word' && token.text === word);
    return at < 0 ? undefined : all[at + 1]?.text;
  };
  const has = (word: string) => all.some((token) => token.kind === 'word' && token.text === word);
  const write = verb === 'insert' || verb === 'update' || verb === 'delete';
  // What a select asks for within brackets is no list of its own.
  const from = [...tablesIn(main, all), ...(verb === 'select' ? [] : tablesIn(all, all))][0];
  const table = verb === 'insert' ? after('into') : verb === 'update' ? after('update') : from;
  if (!table || table === '$' || table === '(' || CATALOG.test(table)) return undefined;
  const filters: Filter[] = all.flatMap((token, i) => {
    const value = all[i + 2];
    if (token.kind !== 'word' || all[i + 1]?.text !== '=' || !value) return [];
    // `on a.id = b.a_id` joins, and narrows nothing by itself.
    if (value.kind === 'word' && all[i + 3]?.text === '.') return [];
    const fixed =
      value.kind === 'text' ||
      value.kind === 'number' ||
      value.text === 'true' ||
      value.text === 'false';
    return [{ column: token.text, operator: 'eq', fixed, line }];
  });
  const selected = all[1]?.text ?? '';
  // `select 1 …`, `select id … where a = $ and b = $`: is there such a row?
  const asksWhether =
    verb === 'select' &&
    all[2]?.text === 'from' &&
    (selected === '1' || (selected === 'id' && filters.filter(({ fixed }) => !fixed).length > 1));
  const groups = groupsOf(main);
  return {
    line,
    client: 'sql',
    table,
    action: write ? 'write' : 'read',
    adds: verb === 'insert',
    single: asksWhether,
    limited: has('limit') || has('fetch'),
    counts: groups ? groups === 'few' : addsUp(main, all),
    filters: has('where') ? filters : [],
    orders: [],
    listens: false,
  };
}

export function sqlTag(node: t.TaggedTemplateExpression & Node): Query | undefined {
  const tag = bare(node.tag);
  const name = tag.type === 'Identifier' ? tag.name : memberName(tag);
  if (name !== 'sql' && name !== '$queryRaw') return undefined;
  return read(node.quasi.quasis.map((one) => one.value.raw).join(GAP), lineOf(node));
}

/** `sql += ' limit 10'` in the same block as `let sql = …`, and so whatever is asked. */
function addedTo(node: t.Node | undefined, tree: Tree): string {
  const binding = node?.type === 'Identifier' ? lookup(node.name, node as Node) : undefined;
  if (binding?.kind !== 'variable') return '';
  return usesOf(tree, binding)
    .flatMap(({ up, ...use }) => {
      const isAdded =
        up?.type === 'AssignmentExpression' &&
        up.operator === '+=' &&
        up.left.start === use.start &&
        up.up?.type === 'ExpressionStatement' &&
        up.up.up === binding.scope;
      return isAdded ? (textOf(up.right) ?? GAP) : [];
    })
    .join('');
}

export function sqlCall(call: CallNode, tree: Tree): Query | undefined {
  const name = memberName(call.callee);
  if (!name || !RUNS.has(name)) return undefined;
  const first = call.arguments[0];
  const given = first?.type === 'ObjectExpression' ? undefined : textOf(first);
  return given === undefined ? undefined : read(given + addedTo(first, tree), lineOf(call));
}
