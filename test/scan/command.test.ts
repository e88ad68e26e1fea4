import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { MIGRATION, NOTES } from './project.ts';

const folder = mkdtempSync(join(tmpdir(), 'scan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
put('shop/src/my [own]/List page.tsx', `\nawait supabase.from('notes').select();`);
put('shop/src/b.ts', `const { data } = await supabase.from('notes').select().eq('user_id', me);`);
put(`shop/${MIGRATION}`, NOTES);
put('shop/.env', 'SECRET=do-not-show-me');
put('shop/node_modules/x/index.js', `await supabase.from('never').select();`);

const run = (command: string, ...given: string[]) =>
  spawnSync(process.execPath, [`src/scan/command/${command}.ts`, ...given], { encoding: 'utf8' });
const shop = join(folder, 'shop');

test('the command prints each finding as an editor links it, and how much was read', () => {
  const { stdout, status } = run('scan', shop);
  expect(status).toBe(0);
  expect(stdout).toContain('src/my [own]/List page.tsx:2 list-without-limit: ');
  expect(stdout).toContain('in 2 files, 4 tables');
  expect(stdout).not.toContain('never');
  expect(stdout).not.toContain('do-not-show-me');
});

test('as JSON it gives findings, answers and what was read', () => {
  const { findings, answers, summary } = JSON.parse(run('scan', shop, '--json').stdout);
  expect(findings[0]).toMatchObject({ rule: 'list-without-limit', line: 2, table: 'notes' });
  expect(answers).toMatchObject({ backend: 'supabase', list: 'all' });
  expect(summary).toMatchObject({ files: 2, migrations: 1 });
});

test('as SARIF every result names a rule of the driver, a place in the file, and how much it weighs', () => {
  const { version, runs } = JSON.parse(run('scan', shop, '--sarif').stdout);
  expect(version).toBe('2.1.0');
  const [{ tool, results }] = runs;
  const rules = new Set(tool.driver.rules.map(({ id }: { id: string }) => id));
  expect(results.every(({ ruleId }: { ruleId: string }) => rules.has(ruleId))).toBe(true);
  expect(results[0]).toMatchObject({
    ruleId: 'list-without-limit',
    level: 'warning',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'src/my%20%5Bown%5D/List%20page.tsx' },
          region: { startLine: 2 },
        },
      },
    ],
  });
});

test('a folder that is not there is answered with what to do', () => {
  const { stderr, status } = run('scan', join(folder, 'nowhere'));
  expect(status).toBe(2);
  expect(stderr).toContain('Give the folder of an app');
});

test('labels are held against findings: within three lines, and small ones count neither way', () => {
  const label = (kind: string, file: string, line: number, certain: boolean) => ({
    kind,
    file,
    line,
    certain,
  });
  put(
    'labels.json',
    JSON.stringify({
      labelled: [
        {
          repo: 'somebody/shop',
          labels: [
            label('unbounded-list-global', 'src/my [own]/List page.tsx', 4, true),
            label('unbounded-list-scoped', 'src/b.ts', 1, false),
            label('unbounded-list-scoped', 'src/gone.ts', 1, true),
            label('n-plus-one', 'src/b.ts', 1, true),
          ],
        },
        { repo: 'somebody/absent', labels: [label('polling', 'a.ts', 1, true)] },
      ],
    }),
  );
  const { stdout } = run('evaluate', folder, join(folder, 'labels.json'), '--show');
  expect(stdout).toContain('1 repositories');
  expect(stdout).toContain('list-without-limit | 100 % (1 of 1) | 50 % (1 of 2)');
  expect(stdout).toContain('query-per-row | – (0 of 0) | 0 % (0 of 1)');
  expect(stdout).toContain('missed query-per-row shop src/b.ts:1');
  // Nobody looked for the others, and of what nothing leads to nothing is claimed.
  expect(stdout).not.toContain('wrong list-without-limit');
  expect(stdout).not.toContain('polling');
});

test('a component that a list shows once a row is met wherever in it the label stands', () => {
  const row = (name: string) => `export function ${name}({ note }) {
  useEffect(() => {
    supabase.from('tags').select().eq('id', note.tag).single().then(setTag);
  }, []);
  const more = 1;
  const most = 2;
  const last = 3;
  return <p>{more + most + last}</p>;
}
`;
  put('rows/src/Row.tsx', row('Row') + row('Other'));
  put(
    'rows/src/List.tsx',
    `import { Row } from './Row';\nexport const List = ({ notes }) => notes.map((n) => <Row note={n} />);`,
  );
  const met = (line: number) => {
    const labels = [{ kind: 'n-plus-one', file: 'src/Row.tsx', line, certain: true }];
    put('rows.json', JSON.stringify({ labelled: [{ repo: 'somebody/rows', labels }] }));
    return run('evaluate', folder, join(folder, 'rows.json')).stdout;
  };
  expect(met(8)).toContain('query-per-row | 100 % (1 of 1) | 100 % (1 of 1)');
  expect(met(11)).toContain('query-per-row | 0 % (0 of 1) | 0 % (0 of 1)');
});
