import { z } from '#src/zod.ts';
import type { SourceFile } from './file.ts';

const names = z.optional(z.record(z.string(), z.unknown()));
const packageSchema = z.object({
  name: z.optional(z.string()),
  dependencies: names,
  devDependencies: names,
});

export interface Packages {
  /** Every package that any package.json of the project names. */
  readonly names: ReadonlySet<string>;
  /** What the packages of the project call themselves. */
  readonly titles: ReadonlySet<string>;
  /** The first package.json, where there is one. */
  readonly path?: string | undefined;
}

/** A package.json that is not JSON is taken for none. */
function read({ text }: SourceFile): { names: string[]; title: string[] } {
  try {
    const { data } = packageSchema.safeParse(JSON.parse(text));
    return {
      names: Object.keys({ ...data?.dependencies, ...data?.devDependencies }),
      title: data?.name ? [data.name] : [],
    };
  } catch {
    return { names: [], title: [] };
  }
}

export function readPackages(files: readonly SourceFile[]): Packages {
  const [first] = [...files].sort((a, b) => a.path.length - b.path.length);
  const all = files.map(read);
  return {
    names: new Set(all.flatMap(({ names }) => names)),
    titles: new Set(all.flatMap(({ title }) => title)),
    path: first?.path,
  };
}
