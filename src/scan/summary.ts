import { type Project, tableOf } from './project.ts';

/** What the page needs to know of a project beside the findings: small, and plain data. */
export interface Summary {
  readonly builder?: 'lovable' | 'bolt' | 'v0' | 'cursor' | 'replit' | undefined;
  readonly backend?: 'supabase' | 'firebase' | 'postgres' | undefined;
  readonly files: number;
  readonly lines: number;
  readonly migrations: number;
  readonly tables: number;
  /** Requests that the code sends. */
  readonly queries: number;
  /** Lists that are read with a limit. */
  readonly limited: number;
  /** Tables that the code asks for and whose indexes and rules nothing tells of. */
  readonly unknownTables: readonly string[];
  readonly unread: readonly string[];
  /** Indexes that somebody made, keys left out. */
  readonly indexes: number;
  /** How the rules for reading are written, over the tables that grow. */
  readonly rules: Readonly<Record<'once' | 'row' | 'join' | 'off', readonly Line[]>>;
  readonly cached: boolean;
  readonly scopedChannels: readonly Line[];
  readonly slow: readonly Line[];
  /** Rows of the largest table, where the database was asked. */
  readonly rows?: { readonly table: string; readonly count: number } | undefined;
}

interface Line {
  readonly file: string;
  readonly line: number;
  readonly says: string;
}

function builderOf({ packages, markers }: Project): Summary['builder'] {
  if (packages.names.has('lovable-tagger') || markers.has('.lovable')) return 'lovable';
  if (markers.has('.bolt')) return 'bolt';
  if (markers.has('.replit') || [...packages.names].some((name) => name.startsWith('@replit/')))
    return 'replit';
  if (packages.titles.has('my-v0-project') || markers.has('.v0')) return 'v0';
  if (markers.has('.cursor') || markers.has('.cursorrules') || markers.has('.claude'))
    return 'cursor';
  return undefined;
}

function backendOf({ files, schema }: Project): Summary['backend'] {
  const count = (client: string) =>
    files.reduce(
      (sum, file) => sum + file.queries.filter((query) => query.client === client).length,
      0,
    );
  const counts = {
    supabase: count('supabase'),
    firebase: count('firestore'),
    postgres: count('prisma') + count('drizzle') + count('sql'),
  };
  const most = Math.max(...Object.values(counts));
  if (most === 0) return schema.supabase && schema.tables.size > 0 ? 'supabase' : undefined;
  return (Object.keys(counts) as (keyof typeof counts)[]).find((key) => counts[key] === most);
}

/** Looks into another table, or lets a function do so. */
const LOOKS_ELSEWHERE =
  /\bselect\b[\s\S]*\bfrom\b|\b(?!auth\b|current_setting\b|coalesce\b|lower\b|now\b|exists\b|any\b|in\b)[a-z_]\w*\s*\(\s*(\(?\s*select\s+)?auth\.uid\(/i;

function rulesOf(project: Project): Summary['rules'] {
  const found: Record<'once' | 'row' | 'join' | 'off', Line[]> = {
    once: [],
    row: [],
    join: [],
    off: [],
  };
  const read = new Set(
    project.files.flatMap((file) =>
      file.queries.flatMap((query) => tableOf(project, query)?.name ?? []),
    ),
  );
  for (const table of project.schema.tables.values()) {
    if (!table.complete || !read.has(table.name)) continue;
    if (!table.secured) found.off.push({ ...table.place, says: `${table.name} has no rules.` });
    for (const { name, command, using, place } of table.policies) {
      if (!table.secured || !using || (command !== 'select' && command !== 'all')) continue;
      const line = {
        ...place,
        says: `“${name}” of ${table.name}: ${using.replace(/\s+/g, ' ').slice(0, 120)}`,
      };
      if (LOOKS_ELSEWHERE.test(using)) found.join.push(line);
      else if (/\(\s*select\s+auth\./i.test(using)) found.once.push(line);
      else if (/auth\.|current_setting/i.test(using)) found.row.push(line);
      else if (using.trim().toLowerCase() === 'true') found.off.push(line);
    }
  }
  return found;
}

const lines = <T extends { readonly line: number }>(
  project: Project,
  of: (file: Project['files'][number]) => readonly T[],
  says: (one: T) => string,
): Line[] =>
  project.files.flatMap((file) =>
    of(file).map((one) => ({ file: file.path, line: one.line, says: says(one) })),
  );

export function summaryOf(project: Project): Summary {
  const { files, schema } = project;
  const queries = files.flatMap((file) => file.queries);
  const asked = new Set(
    queries.filter(({ client }) => client !== 'firestore').flatMap((query) => query.table ?? []),
  );
  const known = (name: string) => {
    const table = tableOf(project, { table: name });
    return table?.complete || schema.views.has(name) || name === '';
  };
  const tables = [...schema.tables.values()].filter((table) => !table.name.includes('.'));
  const counted = tables.flatMap(({ name, rows }) =>
    rows === undefined ? [] : [{ table: name, count: rows }],
  );
  const setup = files.flatMap((file) => file.setup.map(({ what }) => what));
  return {
    builder: builderOf(project),
    backend: backendOf(project),
    files: files.length,
    lines: project.lines,
    migrations: project.migrations,
    tables: tables.length,
    queries: queries.length,
    limited: queries.filter((query) => query.action === 'read' && query.limited && !query.single)
      .length,
    unknownTables: [...asked].filter((name) => !known(name)).sort(),
    unread: project.unread,
    indexes: tables.reduce((sum, table) => sum + table.indexes.length, 0),
    rules: rulesOf(project),
    cached: setup.includes('use-query') && setup.includes('stale-time'),
    scopedChannels: lines(
      project,
      (file) => file.channels.filter(({ scoped }) => scoped),
      ({ table }) => `Hears of changes in ${table ?? 'a table'} that concern this visitor.`,
    ),
    slow: lines(
      project,
      (file) => file.slow,
      ({ service }) => `Waits for ${service}.`,
    ),
    rows: counted.sort((a, b) => b.count - a.count)[0],
  };
}
