/** Reads a folder on this machine the way the page reads a dropped one. Runs in Node. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isEntered, kindOf, type SourceFile } from '#src/scan/file.ts';
import { type Project, ProjectReader } from '#src/scan/project.ts';

/** Paths below a folder that are worth a look; folders that are never read are not entered. */
function* below(root: string, folder = ''): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder + entry.name;
    if (entry.isDirectory()) {
      if (isEntered(path)) yield* below(root, `${path}/`);
    } else if (entry.isFile()) yield path;
  }
}

const paths = (root: string): string[] => [...below(root)].sort();
const bytesOf = (root: string, path: string): number => statSync(join(root, path)).size;
const textOf = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

export function readFolder(root: string): Project {
  const reader = new ProjectReader();
  for (const path of paths(root)) {
    reader.addPath(path);
    const bytes = bytesOf(root, path);
    const kind = kindOf(path, bytes);
    if (!kind) continue;
    if (kind === 'image') reader.addImage({ path, bytes });
    else reader.add(kind, { path, text: textOf(root, path) });
  }
  return reader.finish();
}

/** The files of SQL that a scan of the folder reads. */
export const sqlIn = (root: string): SourceFile[] =>
  paths(root)
    .filter((path) => kindOf(path, bytesOf(root, path)) === 'sql')
    .map((path) => ({ path, text: textOf(root, path) }));

/** The folders of a folder of clones, by name. */
export const clonesIn = (root: string): string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(root, name))
    .sort();
