/** Reads a folder on this machine the way the page reads a dropped one. Runs in Node. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isEntered, kindOf } from '#src/scan/file.ts';
import { type Project, ProjectReader } from '#src/scan/project.ts';

/** Paths below a folder that are worth a look; folders that are never read are not entered. */
function* paths(root: string, below = ''): Generator<string> {
  for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
    const path = below + entry.name;
    if (entry.isDirectory()) {
      if (isEntered(path)) yield* paths(root, `${path}/`);
    } else if (entry.isFile()) yield path;
  }
}

export function readFolder(root: string): Project {
  const reader = new ProjectReader();
  for (const path of [...paths(root)].sort()) {
    reader.addPath(path);
    const bytes = statSync(join(root, path)).size;
    const kind = kindOf(path, bytes);
    if (!kind) continue;
    if (kind === 'image') reader.addImage({ path, bytes });
    else reader.add(kind, { path, text: readFileSync(join(root, path), 'utf8') });
  }
  return reader.finish();
}
