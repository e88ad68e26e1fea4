import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type Bounds, type Offered, readProject, unzip } from '#src/scan/reading.ts';

const WHOLE = `await supabase.from('notes').select();`;
const WIDE: Bounds = { files: 100, bytes: 1_000_000, milliseconds: 1_000_000 };
const offered = (
  path: string,
  text: () => string = () => WHOLE,
  bytes = WHOLE.length,
): Offered => ({
  path: `src/${path}`,
  bytes,
  text,
});
const still = () => 0;
const read = (files: readonly Offered[], bounds: Bounds) =>
  readProject({ files }, () => {}, still, bounds);

test('after a minute what is left is named and no longer opened', async () => {
  let clock = 0;
  const opened: string[] = [];
  const slow = (path: string) =>
    offered(path, () => {
      opened.push(path);
      clock += 25_000;
      return WHOLE;
    });
  const project = await readProject(
    { files: ['a.ts', 'b.ts', 'c.ts', 'd.ts', 'e.ts'].map(slow) },
    () => {},
    () => clock,
  );
  expect(opened).toEqual(['a.ts', 'b.ts', 'c.ts']);
  expect(project.files.map(({ path }) => path)).toEqual(['src/a.ts', 'src/b.ts', 'src/c.ts']);
  expect(project.unread).toEqual(['src/d.ts', 'src/e.ts']);
});

test('more files than a tab should hold are named, not read', async () => {
  const { unread } = await read([offered('a.ts'), offered('b.ts'), offered('c.ts')], {
    ...WIDE,
    files: 2,
  });
  expect(unread).toEqual(['src/c.ts']);
});

test('more text than a tab should hold is named, not read', async () => {
  const opened: string[] = [];
  const told = (path: string, bytes: number) =>
    offered(
      path,
      () => {
        opened.push(path);
        return WHOLE;
      },
      bytes,
    );
  const { unread } = await read([told('a.ts', 600), told('b.ts', 600), told('c.ts', 1)], {
    ...WIDE,
    bytes: 1000,
  });
  expect(opened).toEqual(['a.ts']);
  expect(unread).toEqual(['src/b.ts', 'src/c.ts']);
});

test('a ZIP is unpacked no further than that, and what is never read not at all', async () => {
  const text = WHOLE.padEnd(600);
  const zip = zipSync({
    'src/a.ts': strToU8(text),
    'node_modules/x/index.js': strToU8(text),
    'src/b.ts': strToU8(text),
  });
  const files = unzip(zip, { ...WIDE, bytes: 1000 });
  const textOf = (path: string) => files.find((file) => file.path === path)?.text();
  expect(textOf('src/a.ts')).toBe(text);
  expect(() => textOf('src/b.ts')).toThrow();
  expect(() => textOf('node_modules/x/index.js')).toThrow();
  expect((await read(files, WIDE)).unread).toEqual(['src/b.ts']);
});

test('it tells how far it is', async () => {
  const told: [number, number][] = [];
  const files = Array.from({ length: 25 }, (_, i) => offered(`${i}.ts`));
  await readProject({ files }, (done, of) => told.push([done, of]), still);
  expect(told).toEqual([
    [0, 25],
    [10, 25],
    [20, 25],
  ]);
});
