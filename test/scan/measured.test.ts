import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import raw from '../../content/measurements/scan.json' with { type: 'json' };
import { measuredSchema } from '#src/scan/measured.ts';
import { readApp } from '#test/measure/scan/app.ts';
import { compare, summed } from '#test/measure/scan/catalog.ts';
import { count } from '#test/measure/scan/count.ts';
import { judged, shownOf } from '#test/measure/scan/shown.ts';
import { MIGRATION, NOTES } from './project.ts';

const folder = mkdtempSync(join(tmpdir(), 'scan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const app = (name: string, files: Readonly<Record<string, string>>) => {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return join(folder, name);
};
const LIST = `await supabase.from('notes').select();\n`;

test('what is published is whole: no part is empty, and nothing is found more often than it is there', () => {
  const { firstRuns, onlyShown, mended, catalog, speed } = measuredSchema.parse(raw);
  for (const set of [...firstRuns, mended]) {
    expect(set.repositories).toBeGreaterThan(0);
    expect(set.rules.length).toBeGreaterThan(0);
    for (const { right, told, found, there } of set.rules) {
      expect(right).toBeLessThanOrEqual(told);
      expect(found).toBeLessThanOrEqual(there);
    }
  }
  for (const { repositories, told, hurts } of [
    ...onlyShown,
    ...firstRuns.flatMap(({ shown }) => shown ?? []),
  ]) {
    expect(hurts).toBeLessThanOrEqual(told);
    expect(told).toBeLessThanOrEqual(10 * repositories);
  }
  expect(catalog.whole).toBeLessThanOrEqual(catalog.repositories);
  expect(catalog.facts).toHaveLength(8);
  expect(speed.length).toBeGreaterThan(0);
});

test('the page says how much of what it shows first hurt in the newest three runs', () => {
  const newest = measuredSchema.parse(raw).onlyShown.slice(0, 3);
  const words = readFileSync('src/scan/Findings.tsx', 'utf8').replace(/\s+/g, ' ');
  expect(words).toContain('about seven in ten of these did');
  for (const runs of [newest, newest.flatMap(({ withWord }) => withWord ?? [])]) {
    expect(runs).toHaveLength(3);
    const sum = (of: 'told' | 'hurts') => runs.reduce((all, run) => all + run[of], 0);
    expect(sum('hurts') / sum('told')).toBeCloseTo(7 / 10, 1);
  }
});

test('of each fault the middle app and the quartiles are told, over the apps that could have it', () => {
  const apps = [0, 1, 2, 3].map((lists) =>
    readApp(app(`app${lists}`, { 'src/a.ts': LIST.repeat(lists) || 'export {};' })),
  );
  const { corpus, figures, rules } = count(apps);
  const value = (name: string) => figures.find((figure) => figure.name === name)?.value;
  expect(corpus).toMatchObject({ repositories: 4, files: 4, requests: 6 });
  expect(value('asking')).toBe(3);
  expect(value('list-without-limit-concerned')).toBe(3);
  expect(value('list-without-limit-apps')).toBe(3);
  expect(value('list-without-limit-median')).toBe(2);
  expect(value('list-without-limit-low')).toBe(1.5);
  expect(value('lists-limited')).toBe(0);
  expect(rules.find(({ rule }) => rule === 'list-without-limit')).toMatchObject({
    repositories: 3,
    findings: 6,
  });
});

test('a share of references is taken from the schemas that are known', () => {
  const { figures } = count([readApp(app('keys', { [MIGRATION]: NOTES, 'src/a.ts': LIST }))]);
  // user_id and tag_id of notes and the primary key of profiles refer; the unique one of settings too.
  expect(figures.find(({ name }) => name === 'keys-unindexed')?.value).toBe(50);
});

test('a schema is compared with the catalog only where PostgreSQL takes all of it', async () => {
  const good = await compare(
    app('good', { [MIGRATION]: `${NOTES} insert into nowhere values (1);` }),
  );
  expect(good.refused).toEqual([]);
  expect(good.facts.find(({ fact }) => fact === 'tables')).toMatchObject({
    both: 4,
    readerOnly: [],
    catalogOnly: [],
  });
  const torn = await compare(app('torn', { [MIGRATION]: 'create index on nowhere (x);' }));
  expect(torn.refused).toHaveLength(1);
  expect(summed([good, torn])).toMatchObject({ repositories: 2, whole: 1, statements: 4 });
});

test('The article’s title and name say how many apps were counted', () => {
  const text = readFileSync('content/articles/we-read-ai-built-apps.mdx', 'utf8');
  const { repositories } = measuredSchema.parse(raw).corpus;
  expect(text).toContain(`title: We read ${repositories} AI-built apps\n`);
  expect(text).toContain(`name: ${repositories} apps, read\n`);
});

test('of what is shown first every group has to be judged, and those that hurt are counted', () => {
  // What several screens ask for is shown first.
  const all = ['notes', 'posts', 'tours'].map((table) => LIST.replace('notes', table)).join('');
  const files = ['a', 'b', 'c', 'd'].map((name) => [`src/${name}.ts`, all]);
  const root = app('judged', Object.fromEntries(files));
  const shown = shownOf(root, { judged: { posts: 'tens', tours: 'thousands' }, other: {} });
  const lists = (of: 'before' | 'after') => shown[of].map(({ group }) => group);
  expect(shown.asked).toEqual(['notes', 'posts', 'tours']);
  expect(lists('before')).toEqual(['list-without-limit notes', 'list-without-limit posts']);
  expect(lists('after')).toEqual(['list-without-limit notes', 'list-without-limit tours']);
  const say = (group: string, hurts: boolean) => ({ repo: 'judged', group, hurts });
  const verdicts = [
    say('list-without-limit notes', true),
    say('list-without-limit posts', false),
    say('list-without-limit tours', true),
  ];
  expect(() => judged([shown], verdicts.slice(0, 2))).toThrow('judged list-without-limit tours');
  expect(judged([shown], verdicts)).toEqual({
    repositories: 1,
    told: 2,
    hurts: 1,
    withWord: { told: 2, hurts: 2 },
  });
});
