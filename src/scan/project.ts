import type { Facts, Linked, Query } from './code/facts.ts';
import { readCode } from './code/read.ts';
import { linkedByWords } from './code/words.ts';
import { type FileKind, type ImageFile, isEntered, type SourceFile } from './file.ts';
import { Modules } from './modules.ts';
import { type Packages, readPackages } from './packages.ts';
import { Reach } from './reach.ts';
import { Routes } from './routes.ts';
import { assembleSchema } from './schema/assemble.ts';
import type { Schema, Table } from './schema/schema.ts';
import { isGeneratedTypes } from './schema/types.ts';
import { looksRunByHand, withoutScripts } from './scripts.ts';
import { isOnce } from './staff.ts';
import { startsOf } from './starts.ts';
import { Uses } from './uses.ts';

/** Everything that the rules look at. */
export interface Project {
  readonly files: readonly Facts[];
  readonly schema: Schema;
  readonly packages: Packages;
  /** Files and folders in the root whose names tell of the tool that made it. */
  readonly markers: ReadonlySet<string>;
  readonly images: readonly ImageFile[];
  /** Text of small files that a rule reads as they are, by path: next.config, firestore.rules, index.html. */
  readonly texts: ReadonlyMap<string, string>;
  readonly reach: Reach;
  readonly uses: Uses;
  /** Tables that the code that visitors use adds rows to. */
  readonly added: ReadonlySet<string>;
  /** Tables that code which runs, or a function of the database, names; all where none of them is known. */
  readonly isInUse: (table: Table) => boolean;
  /** Files that could not be read. */
  readonly unread: readonly string[];
  readonly lines: number;
  readonly migrations: number;
}

/** The table that a request means, by its name in the database or in the code. */
export function tableOf(project: Project, query: Pick<Query, 'table'>): Table | undefined {
  const { table: name } = query;
  if (!name) return undefined;
  const { tables, shows } = project.schema;
  return (
    tables.get(name) ??
    [...tables.values()].find((table) => table.alias === name) ??
    tables.get(shows.get(name) ?? '')
  );
}

/** The column's name in the database. */
export const columnOf = (table: Table, column: string): string =>
  table.aliases?.get(column) ?? column;

export const isView = ({ schema }: Project, { table }: Query): boolean =>
  table !== undefined && schema.views.has(table);

/** A view that is as long as the table that it shows is none of these. */
export const addsUp = (project: Project, query: Query): boolean =>
  isView(project, query) && !project.schema.shows.has(query.table ?? '');

/** Staff add a few, and what runs once brings what there is. */
const isVisitors = (uses: Uses, path: string): boolean => !uses.isStaff(path) && !isOnce(path);

function addedTables(files: readonly Facts[], uses: Uses, schema: Schema): Set<string> {
  const byCode = files
    .filter(({ path }) => isVisitors(uses, path))
    .flatMap(({ path, queries }) =>
      queries.flatMap(({ adds, table, line }) =>
        adds && table !== undefined && !uses.isUnused(path, line) ? [table] : [],
      ),
    );
  const names = new Set(byCode);
  const byDatabase = [...schema.functions.values()].flatMap(({ body }) =>
    [...body.matchAll(/insert\s+into\s+(?:public\.)?"?(\w+)/gi)].map(([, name = '']) => name),
  );
  const byAlias = [...schema.tables.values()].flatMap(({ name, alias }) =>
    alias !== undefined && names.has(alias) ? [name] : [],
  );
  return new Set([...names, ...byDatabase, ...byAlias]);
}

/** @param whole whether all code was read that may name one */
function inUse(
  files: readonly Facts[],
  uses: Uses,
  schema: Schema,
  whole: boolean,
): Project['isInUse'] {
  const names = new Set(
    files.flatMap(({ path, queries, channels }) => [
      ...queries.flatMap(({ table, along = [], line }) =>
        uses.isUnused(path, line) ? [] : [table ?? [], along].flat(),
      ),
      ...channels.flatMap(({ table }) => table ?? []),
    ]),
  );
  for (const shown of schema.shows.values()) names.add(shown);
  const bodies = [...schema.functions.values()].map(({ body }) => body);
  const words = new Set(bodies.flatMap((body) => body.match(/\w+/g) ?? []));
  return ({ name, alias = name }) =>
    !whole || names.size === 0 || names.has(name) || names.has(alias) || words.has(name);
}

/** Takes files one by one, so that a caller can show how far it is and stop. */
export class ProjectReader {
  readonly #code: Facts[] = [];
  readonly #sql: SourceFile[] = [];
  readonly #prisma: SourceFile[] = [];
  readonly #types: SourceFile[] = [];
  readonly #packages: SourceFile[] = [];
  readonly #markers = new Set<string>();
  readonly #tables: Table[] = [];
  readonly #images: ImageFile[] = [];
  readonly #texts = new Map<string, string>();
  readonly #unread: string[] = [];
  /** Files that only name what the app may need. */
  readonly #aside: Linked[] = [];
  readonly #scripts = new Set<string>();
  /** Holds files that bring in others and are not read. */
  #partly = false;
  #lines = 0;

  #addCode(file: SourceFile) {
    const { path, text } = file;
    if (isGeneratedTypes(text)) {
      this.#types.push(file);
      return;
    }
    if (/(^|\/)next\.config\./.test(path)) this.#texts.set(path, text);
    try {
      const facts = readCode(path, text);
      this.#lines += facts.lines;
      this.#code.push(facts);
      if (looksRunByHand(path, text)) this.#scripts.add(path);
    } catch {
      this.#unread.push(path);
      this.#aside.push(linkedByWords(path, text));
    }
  }

  add(kind: Exclude<FileKind, 'image'>, file: SourceFile) {
    if (kind === 'code') this.#addCode(file);
    else if (kind === 'aside') this.#aside.push(linkedByWords(file.path, file.text));
    else if (kind === 'sql') this.#sql.push(file);
    else if (kind === 'prisma') this.#prisma.push(file);
    else if (kind === 'package') this.#packages.push(file);
    else this.#texts.set(file.path, file.text);
  }

  /** Every path of the folder, also of files that are not read. */
  addPath(path: string) {
    const [first = ''] = path.split('/');
    if (first.startsWith('.')) this.#markers.add(first);
    if (/(?<!\.stories)\.(vue|svelte|astro|mdx)$/.test(path) && isEntered(path))
      this.#partly = true;
  }

  /** Tables as the database itself told of them. */
  addTables(tables: readonly Table[]) {
    this.#tables.push(...tables);
  }

  addImage(image: ImageFile) {
    this.#images.push(image);
  }

  /** A file that is too large or is not text. */
  addUnread(path: string) {
    this.#partly = true;
    this.#unread.push(path);
  }

  finish(): Project {
    const packages = readPackages(this.#packages);
    const modules = new Modules(this.#code, packages.titles);
    const files = withoutScripts(
      this.#code,
      this.#scripts,
      modules,
      this.#packages.map(({ text }) => text),
    );
    const supabase =
      packages.names.has('@supabase/supabase-js') ||
      this.#tables.some((table) => table.secured) ||
      this.#sql.some(({ path }) => path.includes('supabase/')) ||
      files.some((file) => file.queries.some((query) => query.client === 'supabase'));
    const schema = assembleSchema({
      sql: this.#sql,
      prisma: this.#prisma,
      types: this.#types,
      code: files,
      supabase,
    });
    // The database's own word counts more than that of migrations, which may never have run.
    for (const table of this.#tables) schema.tables.set(table.name, table);
    const starts = startsOf(files, modules, packages, !this.#partly);
    const whole = !this.#partly && this.#unread.length === 0;
    const routes = new Routes(files, whole);
    const uses = new Uses(files, this.#aside, modules, starts, routes);
    return {
      files,
      schema,
      packages,
      markers: this.#markers,
      images: this.#images,
      texts: this.#texts,
      added: addedTables(files, uses, schema),
      isInUse: inUse(files, uses, schema, whole),
      reach: new Reach(files, modules),
      uses,
      unread: this.#unread,
      lines: this.#lines,
      migrations: this.#sql.length,
    };
  }
}
