import { isEntered } from './file.ts';

export interface Chosen {
  readonly path: string;
  readonly file: File;
}

const children = (entry: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = entry.createReader();
  const all: FileSystemEntry[] = [];
  return new Promise((resolve, reject) => {
    // A browser hands out at most a hundred at a time; an empty answer is the end.
    const next = () =>
      reader.readEntries((some) => {
        if (some.length === 0) resolve(all);
        else {
          all.push(...some);
          next();
        }
      }, reject);
    next();
  });
};

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

async function below(entry: FileSystemEntry): Promise<Chosen[]> {
  const path = entry.fullPath.slice(1);
  if (entry.isFile) return [{ path, file: await fileOf(entry as FileSystemFileEntry) }];
  // The first folder is the project, whatever it is called.
  if (path.includes('/') && !isEntered(path)) return [];
  const entries = await children(entry as FileSystemDirectoryEntry);
  return (await Promise.all(entries.map(below))).flat();
}

/** The files of what was dropped; folders that are never read, such as node_modules, are not entered. */
export async function filesDropped(items: DataTransferItemList): Promise<Chosen[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return (await Promise.all(entries.map(below))).flat();
}

/** The files of a folder that was chosen in the browser's dialogue. */
export const filesChosen = (list: FileList): Chosen[] =>
  [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

/** One ZIP alone is a download to unpack. */
export const zipIn = (chosen: readonly Chosen[]): File | undefined =>
  chosen.length === 1 && /\.zip$/i.test(chosen[0]?.path ?? '') ? chosen[0]?.file : undefined;
