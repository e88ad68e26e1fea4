import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { miscited } from '#src/articles/citations.ts';
import { unsourcedFigures } from '#src/articles/figures.ts';
import { childrenOf, componentOf, textOf, treeOf, walk } from '#src/articles/tree.ts';
import { listed as source } from './sample.ts';

const folder = fileURLToPath(new URL('../../content/articles/', import.meta.url));
const files = readdirSync(folder);
const read = (file: string) => treeOf(readFileSync(folder + file, 'utf8'));

/** Anchors of the pillar that other pages link to. */
const ANCHORS = ['logic-on-the-server', 'indexes', 'caching', 'cdn', 'connections', 'architecture'];

test('The pillar keeps the six repairs under the names that other pages link to', () => {
  const repairs = [...walk(read('scaling-issues.mdx'))]
    .filter((node) => node.type === 'heading' && node.depth === 3)
    .map((node) => textOf(node).toLowerCase().replaceAll(' ', '-'));
  expect(repairs).toEqual(ANCHORS);
});

test.each(files)('%s shows a source for every figure', (file) => {
  expect(unsourcedFigures(read(file))).toEqual([]);
});

test.each(files)('%s tells how to check each repair', (file) => {
  const nodes = [...walk(read(file))];
  const inside = nodes
    .filter((node) => componentOf(node) === 'Repairs')
    .flatMap((n) => [...walk(n)]);
  const repairs = inside.filter((node) => node.type === 'heading' && node.depth === 3);
  const checks = inside.filter((node) => componentOf(node) === 'Check');
  expect(repairs.length).toBeGreaterThan(0);
  expect(checks).toHaveLength(repairs.length);
});

test.each(files)('%s states the key issue and the result', (file) => {
  const used = [...walk(read(file))].map(componentOf);
  expect(used).toContain('KeyIssue');
  expect(used).toContain('Result');
});

test.each(files)('%s cites every source that it lists, in order, and no other', (file) => {
  const tree = read(file);
  const [yaml] = childrenOf(tree);
  const listed = yaml?.type === 'yaml' ? [...yaml.value.matchAll(/^ {2}- id: (.+)$/gm)] : [];
  expect(
    miscited(
      tree,
      listed.map(([, id = '']) => source(id)),
    ),
  ).toEqual([]);
});
