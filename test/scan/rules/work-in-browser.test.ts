import { describe, expect, test } from 'vitest';
import { findings, found } from '../project.ts';

const RULE = 'work-in-browser';
const one = (code: string) => found(RULE, { 'src/a.tsx': code });
const READ = 'const { data } = await supabase.from("notes").select();\n';

describe('rows are followed', () => {
  test('to a filter, a sort, a sum and the different values', () => {
    const code = `${READ}const a = data.filter((n) => n.done);
data?.sort((x, y) => x.at - y.at);
const c = (data || []).reduce((s, n) => s + n.price, 0);
const d = [...new Set(data.map((n) => n.city))];`;
    expect(one(code)).toEqual([2, 3, 4, 5].map((line) => `src/a.tsx:${line}`));
  });

  test('through state, memo and renaming', () => {
    const code = `function Page() {
  const [notes, setNotes] = useState([]);
  useEffect(() => { supabase.from('notes').select().then(({ data }) => setNotes(data || [])); }, []);
  const shown = useMemo(() => notes.filter((n) => n.title.includes(word)), [notes, word]);
  const sorted = shown.map(nice).sort(byDate);
}`;
    expect(one(code)).toEqual(['src/a.tsx:4', 'src/a.tsx:5']);
  });

  test('past a function that answers what it answers itself', () => {
    const code = `const again = async (n) => { if (n) return again(n - 1); return []; };
const all = await again(3);
all.filter(isOpen);
${READ}data.filter(isOpen);`;
    expect(one(code)).toEqual(['src/a.tsx:5']);
  });

  test('and what was caught is another thing of the same name', () => {
    expect(one(`${READ}try { go(); } catch (data) { data.filter(isOpen); }`)).toEqual([]);
    expect(one(`${READ}try { go(); } catch (other) { data.filter(isOpen); }`)).toHaveLength(1);
  });

  test('past methods that all answer what others do, in time', () => {
    const names = ['a', 'b', 'c', 'd'];
    const others = names.map((name) => `if (${name}) return this.${name}();`).join(' ');
    const methods = names.map((name) => `${name}() { ${others} }`).join('\n');
    const code = `${READ}class Mails {\n${methods}\nall() { return data || this.a(); }\nopen() { return this.all().filter(isOpen); }\n}`;
    expect(one(code)).toEqual(['src/a.tsx:8']);
  });

  test('past a state that is set to parts of itself, in time', () => {
    const sets = `setNotes(notes.message);\nsetNotes(notes.error);\n`.repeat(5);
    const code = `const [notes, setNotes] = useState([]);\n${sets}notes.filter(isOpen);`;
    expect(one(code)).toEqual([]);
  });

  test('through Promise.all and React Query', () => {
    expect(
      one(`const [{ data: a }, b] = await Promise.all([supabase.from('notes').select(), supabase.from('tags').select().limit(5)]);
a.filter(isOpen);
b.data.filter(isOpen);`),
    ).toEqual(['src/a.tsx:2']);
    expect(
      one(`const { data: notes = [] } = useQuery({ queryFn: async () => { const { data } = await supabase.from('notes').select(); return data; } });
notes.filter(isOpen);`),
    ).toEqual(['src/a.tsx:2']);
  });

  test('from a hook of another file, and into a component by property', () => {
    const files = {
      'src/useNotes.ts': `export function useNotes() {
  const [notes, setNotes] = useState([]);
  const load = async () => { const { data } = await supabase.from('notes').select(); setNotes(data); };
  return { notes, load };
}`,
      'src/Page.tsx': `import { useNotes } from './useNotes';
import { List } from './List';
export function Page() {
  const { notes } = useNotes();
  const open = notes.filter((n) => !n.done);
  return <List items={notes} />;
}`,
      'src/List.tsx': `export function List({ items }) {
  return items.filter((n) => n.title).map(show);
}`,
    };
    expect(found(RULE, files).sort()).toEqual(['src/List.tsx:2', 'src/Page.tsx:5']);
    expect(findings(RULE, files)[0]?.also).toMatchObject([{ file: 'src/useNotes.ts', line: 3 }]);
  });
});

describe('no finding', () => {
  test.each([
    [
      'a page that is limited already',
      'const { data } = await supabase.from("notes").select().limit(20);\ndata.filter(isOpen);',
    ],
    ['a list that stands in the code', 'const notes = [{ id: 1 }];\nnotes.filter(isOpen);'],
    [
      'state that never comes from a database',
      'const [notes, setNotes] = useState([]);\nconst add = (n) => setNotes([...notes, n]);\nnotes.filter(isOpen);',
    ],
    ['taking one entry out after a change', `${READ}setNotes(data.filter((n) => n.id !== id));`],
    ['leaving out the empty', `${READ}data.filter(Boolean);`],
    [
      'a table to look up in',
      `${READ}data.reduce((all, n) => { all[n.id] = n; return all; }, {});`,
    ],
    [
      'keys to ask for what belongs to them',
      `${READ}const ids = [...new Set(data.map((n) => n.user_id))];`,
    ],
    [
      'one row',
      'const { data } = await supabase.from("notes").select().eq("id", id).single();\ndata.parts.filter(isOpen);',
    ],
  ])('%s', (_, code) => {
    expect(one(code)).toEqual([]);
  });
});
