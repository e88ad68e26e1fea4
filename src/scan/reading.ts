import { unzipSync } from 'fflate';
import { commonFolder, type FileKind, kindOf } from './file.ts';
import { ProjectReader } from './project.ts';
import type { Result } from './query/result.ts';
import { tablesOf } from './query/tables.ts';

/** A file as the folder or the ZIP offers it; its content is fetched only when it is wanted. */
export interface Offered {
  readonly path: string;
  readonly bytes: number;
  readonly text: () => string | Promise<string>;
}

/** Bounds within which a scan stays; what lies beyond is named, not read. */
export interface Bounds {
  readonly files: number;
  readonly bytes: number;
  readonly milliseconds: number;
}
const BOUNDS: Bounds = { files: 20_000, bytes: 150_000_000, milliseconds: 60_000 };

export interface Sources {
  readonly files: readonly Offered[];
  /** A schema dump that was pasted. */
  readonly dump?: string | undefined;
  /** The answer of the statement. */
  readonly result?: Result | undefined;
}

/** What a ZIP holds of what is read; everything else is not even unpacked. */
export function unzip(bytes: Uint8Array, bounds: Bounds = BOUNDS): Offered[] {
  const decoder = new TextDecoder();
  const sizes = new Map<string, number>();
  let total = 0;
  const all = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (name.endsWith('/')) return false;
      sizes.set(name, originalSize);
      const kind = kindOf(name, originalSize);
      if (!kind || kind === 'image') return false;
      total += originalSize;
      return total <= bounds.bytes;
    },
  });
  return [...sizes].map(([path, size]) => ({
    path,
    bytes: size,
    text: () => {
      const content = all[path];
      if (!content) throw new Error('beyond the bounds');
      return decoder.decode(content);
    },
  }));
}

const ORDER: readonly FileKind[] = [
  'package',
  'prisma',
  'sql',
  'rules',
  'html',
  'image',
  'aside',
  'code',
];

/** Reads one file after the other, tells how far it is, and stops at the bounds. */
export async function readProject(
  { files, dump, result }: Sources,
  tell: (done: number, of: number) => void,
  now: () => number,
  bounds: Bounds = BOUNDS,
) {
  const reader = new ProjectReader();
  const start = now();
  const base = commonFolder(files.map(({ path }) => path)).length;
  const wanted = files
    .map((file) => ({ ...file, path: file.path.slice(base) }))
    .flatMap((file) => {
      reader.addPath(file.path);
      const kind = kindOf(file.path, file.bytes);
      return kind ? [{ ...file, kind }] : [];
    })
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  let bytes = 0;
  for (const [i, { kind, ...file }] of wanted.entries()) {
    if (kind === 'image') {
      reader.addImage(file);
      continue;
    }
    bytes += file.bytes;
    const beyond = i >= bounds.files || bytes > bounds.bytes || now() - start > bounds.milliseconds;
    const text = beyond ? undefined : await read(file);
    if (text === undefined) reader.addUnread(file.path);
    else reader.add(kind, { path: file.path, text });
    if (i % STEP === 0) tell(i, wanted.length);
  }
  if (dump) reader.add('sql', { path: 'pasted.sql', text: dump });
  if (result) reader.addTables(tablesOf(result));
  return reader.finish();
}

/** Files between two words of progress. */
const STEP = 10;

async function read({ text }: Offered): Promise<string | undefined> {
  try {
    return await text();
  } catch {
    return undefined;
  }
}
