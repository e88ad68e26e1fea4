import { describe, expect, test } from 'vitest';
import { askedFor } from '#src/scan/asked.ts';
import { groupsOf, shownFirst } from '#src/scan/groups.ts';
import type { Finding } from '#src/scan/rule.ts';
import { withWord } from '#src/scan/rank.ts';
import { findingsOf } from '#src/scan/scan.ts';
import { type Size, sized, type Sizes } from '#src/scan/size.ts';
import { MIGRATION, NOTES, projectOf } from './project.ts';

const SHOPS = `${NOTES} create table shops (id uuid primary key, owner_id uuid references profiles(id), city text, created_at timestamptz);`;

function found(code: string, count = 1): Finding[] {
  const files = Array.from({ length: count }, (_, i) => [`src/pages/${i}.ts`, code]);
  return findingsOf(projectOf({ ...Object.fromEntries(files), [MIGRATION]: SHOPS }));
}

const first = (findings: readonly Finding[], sizes: Sizes = {}): string[] =>
  shownFirst(groupsOf(withWord(findings, sizes)))
    .map(({ key }) => key)
    .filter((key) => !key.startsWith('row-security-off'));

const LIST = `await supabase.from('shops').select();`;
const PARTS = `await supabase.from('messages').select().eq('room_id', id);`;
const SEARCH = `await supabase.from('shops').select().eq('city', city).limit(9);`;
const LIVE = `supabase.channel('x').on('postgres_changes', { event: '*', table: 'notes' }, reload).subscribe();`;
const LOOP = `const { data } = await supabase.from('notes').select();\nfor (const one of data) await supabase.from('shops').select().eq('id', one.shop_id);`;

describe('the visitor’s word on how long a list gets', () => {
  test.each<[Size, boolean]>([
    ['tens', false],
    ['hundreds', false],
    ['thousands', true],
    ['more', true],
  ])('of %s decides whether it is shown first: %s', (size, shown) => {
    expect(first(found(LIST, 2), { shops: size }).includes('list-without-limit shops')).toBe(shown);
  });

  test('is believed of one file only where staff see all', () => {
    const key = 'list-without-limit shops';
    expect(first(found(LIST), { shops: 'thousands' })).not.toContain(key);
    expect(first(found(LIST, 2), { shops: 'thousands' })).toContain(key);
    const staff = findingsOf(projectOf({ 'src/pages/admin/Shops.ts': LIST, [MIGRATION]: SHOPS }));
    expect(first(staff, { shops: 'thousands' })).toContain(key);
  });

  test('is waited for where an owner adds the rows, in however many files they are read', () => {
    expect(first(found(LIST, 9))).not.toContain('list-without-limit shops');
    expect(first(found(LIST.replace('shops', 'orders'), 9))).toContain('list-without-limit orders');
  });

  test('takes a list back that many screens read', () => {
    const notes = found(LIST.replace('shops', 'notes'), 4);
    expect(first(notes)).toContain('list-without-limit notes');
    expect(first(notes, { notes: 'tens' })).not.toContain('list-without-limit notes');
  });

  test('says nothing of the rows of one parent, unless the whole is short', () => {
    const one = found(PARTS);
    const many = found(PARTS, 4);
    const key = 'list-without-limit messages';
    expect(first(one, { messages: 'more' })).not.toContain(key);
    expect(first(many, { messages: 'hundreds' })).toContain(key);
    expect(first(many, { messages: 'tens' })).not.toContain(key);
  });

  test('counts for a search only where a scan is felt', () => {
    const key = 'filter-without-index shops';
    expect(first(found(SEARCH, 3), { shops: 'thousands' })).not.toContain(key);
    expect(first(found(SEARCH, 3), { shops: 'more' })).toContain(key);
    expect(first(found(SEARCH, 2), { shops: 'more' })).not.toContain(key);
    const notes = found(SEARCH.replaceAll('shops', 'notes').replaceAll('city', 'title'), 5);
    expect(first(notes)).toContain('filter-without-index notes');
    expect(first(notes, { notes: 'thousands' })).not.toContain('filter-without-index notes');
  });

  test('leaves a live table as it is, for each change of it costs, unless it is short', () => {
    const key = 'realtime-whole-table notes';
    expect(first(found(LIVE), { notes: 'more' })).not.toContain(key);
    expect(first(found(LIVE, 3), { notes: 'hundreds' })).toContain(key);
    expect(first(found(LIVE, 3), { notes: 'tens' })).not.toContain(key);
  });

  test('leaves a loop as it is, unless the list is short that it goes through', () => {
    expect(first(found(LOOP), { shops: 'tens' })).toEqual(first(found(LOOP)));
    expect(first(found(LOOP))).toContain('query-per-row shops');
    expect(first(found(LOOP), { notes: 'hundreds' })).toContain('query-per-row shops');
    expect(first(found(LOOP), { notes: 'tens' })).not.toContain('query-per-row shops');
    const rows = findingsOf(
      projectOf({
        'src/List.tsx': `import { Row } from './Row';\nexport function List() {\n  const { data } = useQuery({ queryKey: ['n'], queryFn: async () => (await supabase.from('notes').select()).data });\n  return data.map((n) => <Row note={n} />);\n}`,
        'src/Row.tsx': `export function Row({ note }) {\n  useEffect(() => { supabase.from('shops').select().eq('id', note.shop).single(); }, []);\n  return <p />;\n}`,
        [MIGRATION]: SHOPS,
      }),
    );
    expect(first(rows)).toContain('query-per-row shops');
    expect(first(rows, { notes: 'tens' })).not.toContain('query-per-row shops');
  });

  test('is about one company where each sees her own part, and about the whole where somebody reads it', () => {
    const OWN = `await supabase.from('shops').select().eq('company_id', company);`;
    const key = 'list-without-limit shops';
    const own = found(OWN, 2);
    expect(askedFor(own)).toMatchObject([{ table: 'shops', ofCompany: true }]);
    expect(first(own, { shops: 'thousands' })).toContain(key);
    const both = findingsOf(
      projectOf({ 'src/own.ts': OWN, 'src/all.ts': LIST, [MIGRATION]: SHOPS }),
    );
    expect(askedFor(both)).toMatchObject([{ table: 'shops', ofCompany: false }]);
    const told = sized(both, { shops: 'thousands' }).filter(({ rule }) => /^list/.test(rule));
    expect(new Map(told.map(({ file, size }) => [file, size]))).toEqual(
      new Map([
        ['src/own.ts', undefined],
        ['src/all.ts', 'thousands'],
      ]),
    );
  });
});

test('a table of which the database told that it is long needs no word', () => {
  const project = projectOf({ 'src/a.ts': LIST, 'src/b.ts': LIST, [MIGRATION]: SHOPS });
  const shops = project.schema.tables.get('shops');
  if (!shops) throw new Error('The schema tells of no shops');
  const asked = () => askedFor(findingsOf(project)).map(({ table }) => table);
  shops.rows = 20;
  expect(first(findingsOf(project))).toEqual([]);
  expect(asked()).toEqual(['shops']);
  shops.rows = 1_200;
  expect(first(findingsOf(project))).toEqual(['list-without-limit shops']);
  expect(first(findingsOf(project), { shops: 'tens' })).toEqual(['list-without-limit shops']);
  expect(asked()).toEqual([]);
});

describe('asked is only', () => {
  const asked = (code: string, count = 1) => askedFor(found(code, count)).map(({ table }) => table);

  test('of tables that are read whole and may get long, the heaviest first', () => {
    const both = found(`${LIST.replace('shops', 'things')}\n${LIST}`);
    expect(askedFor(both).map(({ table }) => table)).toEqual(['shops', 'things']);
    expect(asked(PARTS)).toEqual([]);
    expect(asked(LIST.replace('shops', 'categories'))).toEqual([]);
    expect(asked(SEARCH)).toEqual([]);
    expect(asked(LIST.replace('select()', 'select().limit(2000)'))).toEqual([]);
  });

  test('of what many places look through, after the lists', () => {
    const search = SEARCH.replaceAll('shops', 'notes').replaceAll('city', 'title');
    expect(askedFor(found(`${search}\n${LIST}\n${LIST.replace('shops', 'notes')}`, 5))).toEqual([
      { table: 'notes', files: 5, whole: true, ofCompany: false },
      { table: 'shops', files: 5, whole: true, ofCompany: false },
    ]);
    expect(askedFor(found(`${search}\n${LIST}`, 5))).toEqual([
      { table: 'shops', files: 5, whole: true, ofCompany: false },
      { table: 'notes', files: 5, whole: false, ofCompany: false },
    ]);
  });

  test('of six at most', () => {
    const many = Array.from({ length: 9 }, (_, i) => LIST.replace('shops', `orders_${i}_orders`));
    expect(asked(many.join('\n'))).toHaveLength(6);
  });

  test('of what runs', () => {
    const unused = found(LIST).map((one) => ({ ...one, unused: true }));
    expect(askedFor(unused)).toEqual([]);
  });
});
