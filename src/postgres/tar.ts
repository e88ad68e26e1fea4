const BLOCK = 512;
const LOG_FILE = /\/pg_wal\/([0-9A-F]{24})$/;

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes).replace(/\0.*$/s, '');

/**
 * The same tar without log files other than `needed`: PostgreSQL keeps those that it is done with, to
 * write over them, and they are half of a fresh database.
 */
export function withoutStaleLog(tar: Uint8Array, needed: ReadonlySet<string>): Uint8Array {
  const kept: Uint8Array[] = [];
  for (let at = 0; at + BLOCK <= tar.length;) {
    const name = text(tar.subarray(at, at + 100));
    if (name === '') break;
    const size = Number.parseInt(text(tar.subarray(at + 124, at + 136)), 8) || 0;
    const end = at + BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    const log = LOG_FILE.exec(name)?.[1];
    if (log === undefined || needed.has(log)) kept.push(tar.subarray(at, end));
    at = end;
  }
  // A tar ends with two empty blocks.
  const out = new Uint8Array(kept.reduce((sum, { length }) => sum + length, 2 * BLOCK));
  let at = 0;
  for (const part of kept) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
