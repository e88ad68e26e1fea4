import type { SourceFile } from './file.ts';

/** The names that stand in an object under this key; none where there is no such object. */
function namesUnder(value: unknown, key: string): string[] {
  const inner: unknown = value instanceof Object ? Reflect.get(value, key) : undefined;
  return inner instanceof Object ? Object.keys(inner) : [];
}

export interface Packages {
  /** Every package that any package.json of the project names. */
  readonly names: ReadonlySet<string>;
  /** What the packages of the project call themselves, with the folder of each. */
  readonly titles: ReadonlyMap<string, string>;
  /** The first package.json, where there is one. */
  readonly path?: string | undefined;
}

/** A package.json that is not JSON is taken for none. */
function read({ path, text }: SourceFile): { names: string[]; titles: [string, string][] } {
  try {
    const value: unknown = JSON.parse(text);
    const name: unknown = value instanceof Object ? Reflect.get(value, 'name') : undefined;
    return {
      names: [...namesUnder(value, 'dependencies'), ...namesUnder(value, 'devDependencies')],
      titles: typeof name === 'string' ? [[name, path.replace('package.json', '')]] : [],
    };
  } catch {
    return { names: [], titles: [] };
  }
}

export function readPackages(files: readonly SourceFile[]): Packages {
  const [first] = [...files].sort((a, b) => a.path.length - b.path.length);
  const all = files.map(read);
  return {
    names: new Set(all.flatMap(({ names }) => names)),
    titles: new Map(all.flatMap(({ titles }) => titles)),
    path: first?.path,
  };
}
