import { z } from '#src/zod.ts';
import type { SourceFile } from './file.ts';

const names = z.optional(z.record(z.string(), z.unknown()));
const packageSchema = z.object({ dependencies: names, devDependencies: names });

export interface Packages {
  /** Every package that any package.json of the project names. */
  readonly names: ReadonlySet<string>;
  /** The first package.json, where there is one. */
  readonly path?: string | undefined;
}

/** A package.json that is not JSON is taken for none. */
function read({ text }: SourceFile): string[] {
  try {
    const found = packageSchema.safeParse(JSON.parse(text));
    return found.success
      ? Object.keys({ ...found.data.dependencies, ...found.data.devDependencies })
      : [];
  } catch {
    return [];
  }
}

export function readPackages(files: readonly SourceFile[]): Packages {
  const [first] = [...files].sort((a, b) => a.path.length - b.path.length);
  return { names: new Set(files.flatMap(read)), path: first?.path };
}
