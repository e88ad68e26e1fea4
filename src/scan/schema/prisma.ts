import { newTable, type Table } from './schema.ts';

interface Model {
  readonly name: string;
  readonly line: number;
  readonly rows: readonly string[];
}

const SCALARS = /^(String|Int|BigInt|Float|Decimal|Boolean|DateTime|Json|Bytes|Unsupported\b)/;
const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim().replace(/\(.*$/, ''))
    .filter(Boolean);
const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

function models(text: string): Model[] {
  const found: Model[] = [];
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const name = /^\s*model\s+(\w+)\s*\{/.exec(lines[i] ?? '')?.[1];
    if (!name) continue;
    const end = lines.findIndex((one, at) => at > i && /^\s*\}/.test(one));
    found.push({ name, line: i + 1, rows: lines.slice(i + 1, end < 0 ? undefined : end) });
  }
  return found;
}

/** MySQL makes an index for every foreign key by itself. */
const indexesKeys = (text: string) =>
  /provider\s*=\s*"mysql"/.test(text) && !/relationMode\s*=\s*"prisma"/.test(text);

function tableOf(
  { name, line, rows }: Model,
  file: string,
  tableNames: ReadonlyMap<string, string>,
  automatic: boolean,
): Table {
  const place = { file, line };
  const aliases = new Map<string, string>();
  const table: Table = {
    ...newTable(tableNames.get(name) ?? name, place),
    alias: lowerFirst(name),
    aliases,
  };
  const inner = rows.map((row) => row.replace(/\/\/.*$/, '').trim());
  // Names of columns first: keys and relations speak of fields that may stand further down.
  for (const row of inner) {
    const [, field, type] = /^(\w+)\s+(\w+)/.exec(row) ?? [];
    if (!field || !type || row.startsWith('@@')) continue;
    aliases.set(field, /@map\("([^"]+)"\)/.exec(row)?.[1] ?? field);
  }
  const columns = (names: string[]) => names.map((one) => aliases.get(one) ?? one);
  inner.forEach((row, i) => {
    const block = /^@@(id|unique|index)\s*\(\s*(?:fields:\s*)?\[([^\]]*)\]/.exec(row);
    if (block) {
      const named = columns(list(block[2]));
      if (block[1] === 'index')
        table.indexes.push({
          name: `${table.name}_${named.join('_')}_idx`,
          columns: named,
          method: 'btree',
          unique: false,
          partial: false,
        });
      else table.keys.push({ name: named.join('_'), columns: named, primary: block[1] === 'id' });
      return;
    }
    const [, field, type, suffix] = /^(\w+)\s+(\w+)(\[\]|\?)?/.exec(row) ?? [];
    if (!field || !type || row.startsWith('@@')) return;
    const to = tableNames.get(type);
    if (to) {
      const fields = /@relation\([^)]*fields:\s*\[([^\]]*)\]/.exec(row)?.[1];
      if (!fields) return;
      const named = columns(list(fields));
      table.foreignKeys.push({
        name: field,
        columns: named,
        references: to,
        place: { file, line: line + i + 1 },
      });
      if (automatic)
        table.indexes.push({
          name: `${field}_fkey`,
          columns: named,
          method: 'btree',
          unique: false,
          partial: false,
        });
      return;
    }
    const column = aliases.get(field) ?? field;
    const known = SCALARS.test(type) ? type : 'enum';
    table.columns.set(column, {
      name: column,
      type: known.toLowerCase(),
      optional: suffix === '?',
    });
    if (/@id\b/.test(row)) table.keys.push({ name: 'id', columns: [column], primary: true });
    if (/@unique\b/.test(row)) table.keys.push({ name: column, columns: [column], primary: false });
  });
  return table;
}

/** Tables, keys, relations and indexes of a `schema.prisma`. */
export function prismaTables(text: string, file: string): Table[] {
  const found = models(text);
  const names = new Map(
    found.map(({ name, rows }) => [
      name,
      rows.map((row) => /@@map\("([^"]+)"\)/.exec(row)?.[1]).find(Boolean) ?? name,
    ]),
  );
  return found.map((model) => tableOf(model, file, names, indexesKeys(text)));
}
