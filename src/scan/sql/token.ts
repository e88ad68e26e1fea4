/**
 * A reader of SQL that knows words, names, strings and brackets, and nothing of grammar. It is small
 * (PostgreSQL's own parser weighs a hundred times as much) and never fails: what it does not know is a symbol.
 */

/** word: as written, in lower case · name: "quoted" · text: a string · body: between $$ · symbol: one sign. */
export interface Token {
  readonly kind: 'word' | 'name' | 'text' | 'body' | 'number' | 'symbol';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Statement {
  readonly tokens: readonly Token[];
  /** Line of its first word, from 1. */
  readonly line: number;
}

const PATTERN =
  /\s+|--[^\n]*|\/\*[\s\S]*?\*\/|([eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*')|("(?:[^"]|"")*")|\$([A-Za-z_]\w*|)\$([\s\S]*?)\$\3\$|([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)|(\d[\w.]*)|[\s\S]/gy;

/** PostgreSQL cuts names off at 63 bytes, so two long names may be one. */
function cutName(name: string): string {
  if (name.length * 3 <= LONGEST_NAME) return name;
  const bytes = new TextEncoder().encode(name);
  if (bytes.length <= LONGEST_NAME) return name;
  return new TextDecoder().decode(bytes.subarray(0, LONGEST_NAME)).replace(/\ufffd$/, '');
}
const LONGEST_NAME = 63;

function tokenOf(match: RegExpExecArray): Token | undefined {
  const [whole, text, name, , body, word, number] = match;
  const at = { start: match.index, end: match.index + whole.length };
  if (word !== undefined) return { kind: 'word', text: cutName(word.toLowerCase()), ...at };
  if (text !== undefined) {
    const inner = text.slice(text.startsWith("'") ? 1 : 2, -1).replaceAll("''", "'");
    return { kind: 'text', text: inner, ...at };
  }
  if (name !== undefined) {
    return { kind: 'name', text: cutName(name.slice(1, -1).replaceAll('""', '"')), ...at };
  }
  if (body !== undefined) return { kind: 'body', text: body, ...at };
  if (number !== undefined) return { kind: 'number', text: number, ...at };
  if (/^\s|^--|^\/\*/.test(whole)) return undefined;
  return { kind: 'symbol', text: whole, ...at };
}

export function tokens(sql: string): Token[] {
  const found: Token[] = [];
  PATTERN.lastIndex = 0;
  for (let match = PATTERN.exec(sql); match; match = PATTERN.exec(sql)) {
    const token = tokenOf(match);
    if (token) found.push(token);
  }
  return found;
}

/** The rows that a dump carries between `copy … from stdin;` and `\.` are data, not statements. */
const withoutRows = (sql: string) =>
  /\bfrom stdin\b/i.test(sql)
    ? sql.replace(/(\bfrom stdin[^\n]*;\n)([\s\S]*?)(\n\\\.)/gi, (_, head, rows: string) => {
        return `${head}${rows.replace(/[^\n]/g, ' ')}\n  `;
      })
    : sql;

/** Splits a file at its semicolons. */
export function statements(file: string): Statement[] {
  const sql = withoutRows(file);
  const found: Statement[] = [];
  let line = 1;
  let counted = 0;
  let current: Token[] = [];
  const close = () => {
    const first = current[0];
    if (first) {
      for (; counted < first.start; counted++) if (sql.charCodeAt(counted) === 10) line++;
      found.push({ tokens: current, line });
    }
    current = [];
  };
  for (const token of tokens(sql)) {
    if (token.kind === 'symbol' && token.text === ';') close();
    else current.push(token);
  }
  close();
  return found;
}
