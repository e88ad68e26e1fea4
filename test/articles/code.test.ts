import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from '@babel/parser';
import { PGlite } from '@electric-sql/pglite';
import { pg_stat_statements } from '@electric-sql/pglite/contrib/pg_stat_statements';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lineOf, treeOf, walk } from '#src/articles/tree.ts';
import { statements } from '#src/scan/sql/token.ts';
import { ROLES, WORLD } from './world.ts';

const folder = fileURLToPath(new URL('../../content/articles/', import.meta.url));

interface Block {
  readonly name: string;
  readonly lang: string;
  readonly code: string;
}

const articles = readdirSync(folder).map((file) => {
  const blocks: Block[] = [];
  for (const node of walk(treeOf(readFileSync(folder + file, 'utf8')))) {
    if (node.type !== 'code') continue;
    const lang = node.lang ?? '';
    blocks.push({ name: `${file}:${lineOf(node)} ${lang}`, lang, code: node.value });
  }
  return { file, blocks };
});
const all = articles.flatMap(({ blocks }) => blocks);
const inLanguage = (...langs: string[]) => all.filter(({ lang }) => langs.includes(lang));

/** What a statement is without the white space and the comments around it. */
function* each(sql: string): Generator<string> {
  for (const { tokens } of statements(sql)) {
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (first && last) yield sql.slice(first.start, last.end);
  }
}

describe('The SQL of an article runs in PostgreSQL, from its first block to its last', () => {
  let db: PGlite;
  beforeAll(async () => {
    db = await PGlite.create({ extensions: { pg_stat_statements, pg_trgm } });
    await db.exec(ROLES);
  });
  afterAll(() => db.close());

  const withSql = articles.filter(({ blocks }) => blocks.some(({ lang }) => lang === 'sql'));
  test.each(withSql)('$file', async ({ blocks }) => {
    const sql = blocks.filter(({ lang }) => lang === 'sql');
    await db.exec(WORLD);
    // A table that the article itself makes is not there yet.
    for (const [, table] of sql.flatMap(({ code }) => [...code.matchAll(/create table (\S+)/g)]))
      await db.exec(`drop table if exists ${table}`);
    for (const { name, code } of sql) {
      for (const statement of each(code)) {
        try {
          // A statement with parameters is only analysed: against the same tables, without values.
          if (/\$\d/.test(statement)) await db.describeQuery(statement);
          else await db.exec(statement);
        } catch (error) {
          expect.fail(`${name}: ${error}\n${statement}`);
        }
      }
    }
  });
});

test.each(inLanguage('js', 'ts', 'tsx'))('$name is a program', ({ code, lang }) => {
  const plugins = lang === 'tsx' ? (['typescript', 'jsx'] as const) : (['typescript'] as const);
  const file = parse(code, {
    sourceType: 'module',
    allowAwaitOutsideFunction: true,
    // A block shows several ways side by side, each with the same names.
    errorRecovery: true,
    plugins: [...plugins],
  });
  const errors = (file.errors ?? []).filter(({ reasonCode }) => reasonCode !== 'VarRedeclaration');
  expect(errors).toEqual([]);
});

test.each(inLanguage('json'))('$name is JSON', ({ code }) => {
  expect(() => JSON.parse(code)).not.toThrow();
});

test('Every block of code is in a language that is looked at', () => {
  // A shell is not at hand everywhere, and any text is Markdown.
  const known = ['sql', 'js', 'ts', 'tsx', 'json', 'bash', 'md'];
  expect(all.filter(({ lang }) => !known.includes(lang)).map(({ name }) => name)).toEqual([]);
});
