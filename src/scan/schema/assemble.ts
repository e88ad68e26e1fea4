import type { Facts } from '#src/scan/code/facts.ts';
import type { SourceFile } from '#src/scan/file.ts';
import { applySql } from '#src/scan/sql/apply.ts';
import { prismaTables } from './prisma.ts';
import { isIndexed, type Schema, type Table } from './schema.ts';
import { typesTables } from './types.ts';

const MIGRATIONS = /(^|\/)supabase\/migrations\/[^/]+\.sql$/;
const NOT_SCHEMA =
  /(^|\/)(seeds?|fixtures?|tests?|queries|functions\/_shared)(\/|\.sql$|[-_][^/]*\.sql$)/i;

/** Words that MySQL knows and PostgreSQL refuses. */
const OTHER_DATABASE = /\bengine\s*=\s*\w+|\bauto_increment\b/i;

/** The files that make the database, in the order in which they are run. */
export function schemaFiles(all: readonly SourceFile[]): SourceFile[] {
  const sql = all.filter(({ text }) => !OTHER_DATABASE.test(text));
  const sorted = [...sql].sort((a, b) => (a.path < b.path ? -1 : 1));
  const migrations = sorted.filter(({ path }) => MIGRATIONS.test(path));
  // Beside numbered migrations lie one-off scripts that nobody can say were run.
  return migrations.length > 0 ? migrations : sorted.filter(({ path }) => !NOT_SCHEMA.test(path));
}

/** Drizzle's references name the variable of the other table. */
function linked(tables: readonly Table[]): Table[] {
  const names = new Map(tables.map((table) => [table.alias, table.name]));
  return tables.map((table) => ({
    ...table,
    foreignKeys: table.foreignKeys.map((key) => ({
      ...key,
      references: names.get(key.references) ?? key.references,
    })),
  }));
}

/** A table that the ORM declares; what only SQL can say of it is taken from there. */
function merged(declared: Table, sql: Table | undefined): Table {
  if (!sql) return declared;
  const indexes = sql.indexes.filter(
    (index) =>
      !index.columns.every((column) => column !== undefined && isIndexed(declared, [column])),
  );
  return {
    ...declared,
    secured: sql.secured,
    policies: sql.policies,
    live: sql.live,
    indexes: [...declared.indexes, ...indexes],
  };
}

export interface SchemaSources {
  readonly sql: readonly SourceFile[];
  readonly prisma: readonly SourceFile[];
  readonly types: readonly SourceFile[];
  readonly code: readonly Facts[];
  readonly supabase: boolean;
}

/** One picture of the database from all that tells of it; what the migrations leave out is marked incomplete. */
export function assembleSchema({ sql, prisma, types, code, supabase }: SchemaSources): Schema {
  const schema = applySql(schemaFiles(sql));
  schema.supabase = supabase;
  const declared = [
    ...prisma.flatMap(({ text, path }) => prismaTables(text, path)),
    ...linked(code.flatMap((facts) => facts.tables)),
  ];
  for (const table of declared)
    schema.tables.set(table.name, merged(table, schema.tables.get(table.name)));
  for (const { text, path } of types) {
    const generated = typesTables(text, path);
    for (const view of generated.views) schema.views.add(view);
    for (const table of generated.tables) {
      const known = schema.tables.get(table.name);
      if (!known) schema.tables.set(table.name, table);
      else
        for (const [name, column] of table.columns)
          if (!known.columns.has(name)) known.columns.set(name, { ...column, untold: true });
    }
  }
  return schema;
}
