import { describe, expect, test } from 'vitest';
import { findings, found } from '../project.ts';

const RULE = 'query-per-row';
const one = (code: string) => found(RULE, { 'src/a.tsx': code });

describe('loops', () => {
  test.each([
    [
      'for … of',
      'for (const note of notes) {\n  await supabase.from("tags").select().eq("id", note.tag).single();\n}',
    ],
    [
      'map with async',
      'await Promise.all(notes.map(async (n) => supabase.from("tags").select().eq("id", n.tag)));',
    ],
    ['forEach', 'notes.forEach(async (n) => { await supabase.rpc("touch", { id: n.id }); });'],
    [
      'a counted loop',
      'for (let i = 0; i < notes.length; i++) { await prisma.tag.findUnique({ where: { id: notes[i].tag } }); }',
    ],
    [
      'a counted loop with a longer word for one more',
      'for (let i = 0; i < notes.length; i += 1) { await supabase.rpc("touch", { id: notes[i].id }); }',
    ],
    [
      'the keys of what was gathered before',
      'for (const [id, n] of Object.entries(sums)) await supabase.from("notes").update({ n }).eq("id", id);\nconst sums = {};\nfor (const n of notes) sums[n.id] = 1;',
    ],
    ['writes', 'for (const row of rows) await supabase.from("notes").insert(row);'],
    ['another server', 'for (const n of notes) await fetch(`${API}/notes/${n.id}`);'],
    ['a client for requests', 'for (const n of notes) await axios.get(`/api/notes/${n.id}`);'],
    [
      'an address that only a run knows',
      'for (const n of notes) await load(n.url);\nasync function load(url) { return api.get(url); }',
    ],
    [
      'a list that was gathered before',
      'for (const n of found) await supabase.rpc("touch", { id: n });\nconst found = [];\nfor (const n of notes) found.push(n.id);',
    ],
    ['a change by React Query', 'chosen.forEach((id) => remove.mutate(id));'],
    [
      'a change by React Query under its own name',
      'const { mutateAsync: remove } = useRemove();\nfor (const id of chosen) await remove(id);',
    ],
    ['mails', 'for (const n of notes) await resend.emails.send({ to: n.email });'],
    ['mails of another service', 'for (const n of notes) await gmail.users.messages.send(n);'],
    [
      'entries that are called batches',
      'for (const batch of batches) await supabase.rpc("close", { id: batch.id });',
    ],
    [
      'such entries by parts',
      'await Promise.all(batches.map(({ id }) => supabase.rpc("close", { id })));',
    ],
    [
      'such entries with more',
      'for (const b of form.batches) await save({ ...b, event });\nasync function save(b) { return supabase.from("batches").insert(b); }',
    ],
    ['what was retrieved', 'for (const n of retrieved) await supabase.rpc("touch", { id: n.id });'],
    ['attempts at a quiz', 'for (const a of attempts) await supabase.rpc("grade", { id: a.id });'],
    ['payments', 'for (const n of notes) await stripe.customers.retrieve(n.customer);'],
    [
      'changes of documents',
      'for (const n of notes) await db.collection("notes").doc(n.id).update({ seen: true });',
    ],
    ['its own server', 'for (const n of notes) await fetch(`/api/notes/${n.id}`);'],
    [
      'its own server by a function for it',
      'for (const n of notes) await apiClient<Note>(`/api/notes/${n.id}`);',
    ],
    [
      'such a function with a verb',
      'for (const n of notes) await apiRequest("POST", "/api/seen");',
    ],
    [
      'signed addresses',
      'for (const n of notes) await supabase.storage.from("b").createSignedUrl(n.path, 60);',
    ],
  ])('%s is found on its first line', (_, code) => {
    const line = code.startsWith('const {') ? 2 : 1;
    expect(one(code)).toEqual([`src/a.tsx:${line}`]);
  });

  test.each([
    [
      'what it goes through',
      'for (const n of await load()) show(n);\nasync function load() { return supabase.from("notes").select(); }',
    ],
    [
      'groups',
      'for (let i = 0; i < rows.length; i += BATCH) await supabase.from("notes").insert(rows.slice(i, i + BATCH));',
    ],
    ['batches', 'for (const batch of batches) await supabase.from("notes").insert(batch);'],
    [
      'batches that are counted',
      'for (const batch of batches) { log(batch.length); await supabase.from("notes").insert(batch); }',
    ],
    [
      'chunks by a function',
      'for (const some of chunk(rows, 50)) await supabase.from("notes").insert(some.map(toRow));',
    ],
    [
      'files that came with a request',
      'const files = (req.files as File[]) ?? [];\nfor (const file of files) await supabase.from("files").insert({ name: file.filename });',
    ],
    [
      'files in forms',
      'for (let i = 0; i < files.length; i++) { const form = new FormData(); form.append("slug", slug); await fetch("/api/send", { method: "POST", body: form }); }',
    ],
    [
      'forms by a client for requests',
      'for (const item of items) { const form = new FormData(); await axios.post("/api/send", form); }',
    ],
    [
      'files that are put into forms',
      'for (const item of items) { form.append("file", item); await fetch("/api/send", { body: form }); }',
    ],
    [
      'what files hold',
      'for (const { file } of records) { const read = await recognise(file.buffer); await supabase.from("read").insert(read); }',
    ],
    [
      'a list that stands in the code',
      'const TABLES = ["a", "b"];\nfor (const t of TABLES) await supabase.from(t).select();',
    ],
    [
      'keys that stand in the code',
      'const TABLES = { a: 1, b: 2 };\nfor (const t of Object.keys(TABLES)) await supabase.from(t).select();',
    ],
    [
      'keys in groups',
      'for (const ids of idChunks) await supabase.from("notes").select().in("id", ids);',
    ],
    ['tries', 'for (let attempt = 0; attempt < maxRetries; attempt++) await supabase.rpc("x");'],
    [
      'what an observer tells of',
      'new PerformanceObserver((list) => { const entries = list.getEntries(); entries.forEach((e) => { fetch("/api/vitals"); }); });\nnew IntersectionObserver((entries) => entries.forEach((e) => fetch("/api/seen")));',
    ],
    [
      'what the browser holds already',
      'for (const n of notes) await fetch(n.dataUrl);\nfor (const n of notes) await fetch(n.uri);',
    ],
    [
      'a few that were put together one by one',
      'const found = [];\nif (a) found.push(a);\nif (b) found.push(b);\nfor (const n of found) await supabase.rpc("touch", { id: n });',
    ],
    [
      'tries until one answers',
      'async function find(places) { for (const p of places) { const r = await fetch(`${API}/${p}`); if (r.ok) return r; } }',
    ],
    ['a word to the cache', 'for (const n of notes) mutate(`/api/notes/${n.id}`);'],
    [
      'one write for all documents',
      'for (const n of notes) batch.update(db.collection("notes").doc(n.id), { seen: true });',
    ],
    ['a queue', 'while (true) { await supabase.rpc("next_job"); }'],
    ['a stream', 'for await (const part of stream) await supabase.from("parts").insert(part);'],
    [
      'chosen files',
      'for (const file of Array.from(event.target.files)) await supabase.from("files").insert({ name: file.name });',
    ],
    [
      'chosen files, if any',
      'const all = Array.from(event.target.files ?? []);\nconst pictures = all.filter((f) => f.size);\nfor (const file of pictures) await supabase.from("files").insert({ name: file.name });',
    ],
    [
      'sending files',
      'for (const item of items) { const url = await uploadFile(item); await supabase.from("media").insert({ url }); }',
    ],
    [
      'a click on an entry',
      'notes.map((n) => <button onClick={async () => { await supabase.from("notes").delete().eq("id", n.id); }} />)',
    ],
  ])('%s is not', (_, code) => {
    expect(one(code)).toEqual([]);
  });

  test('a function of the same file is followed', () => {
    expect(
      one(
        'async function tagOf(n) { return supabase.from("tags").select().eq("id", n.tag).single(); }\nconst all = await Promise.all(notes.map((n) => tagOf(n)));\n',
      ),
    ).toEqual(['src/a.tsx:2']);
    expect(
      one(
        'async function tagOf(n) { return supabase.from("tags").select().single(); }\nawait Promise.all(notes.map(tagOf));',
      ),
    ).toEqual(['src/a.tsx:2']);
  });

  test('each entry of a group is told', () => {
    const code = `for (let i = 0; i < rows.length; i += 10) {
  const batch = rows.slice(i, i + 10);
  await Promise.all(batch.map((row) => supabase.rpc('touch', { id: row.id })));
}`;
    expect(one(code)).toEqual(['src/a.tsx:3']);
  });

  test.each([
    ['a wrapper', 'const tagOf = defineFlow({ name: "tag" }, async (id) => ASKS);'],
    ['wrappers', 'const tagOf = withUser(retried(async (id) => ASKS), 3);'],
    ['a chain', 'const tagOf = createServerFn({ method: "GET" }).handler(async (id) => ASKS);'],
    [
      'a hook',
      'const { tagOf } = useTags();\nfunction useTags() { const tagOf = useCallback(async (id) => ASKS, []); return { tagOf }; }',
    ],
    [
      'a short hook',
      'const { tagOf } = useTags();\nconst useTags = () => ({ tagOf: async (id) => ASKS });',
    ],
    [
      'a store',
      'const { tagOf } = useTags();\nconst useTags = create()(persist((set) => ({ tagOf: async (id) => ASKS })));',
    ],
  ])('a function that comes from %s is followed', (_, how) => {
    const code = how.replace('ASKS', 'supabase.from("tags").select().eq("id", id).single()');
    const loop = 'await Promise.all(notes.map((n) => tagOf(n)));';
    expect(one(`${loop}\n${code}`)).toEqual(['src/a.tsx:1']);
    const [first = '', second] = code.split('\n');
    expect(
      found(RULE, {
        'src/tags.ts': `export ${second ?? first}`,
        'src/a.tsx': `import { ${second ? 'useTags' : 'tagOf'} } from './tags';\n${second ? first : ''}\n${loop}`,
      }),
    ).toEqual(['src/a.tsx:3']);
  });

  test('what ends something is not what it was given', () => {
    const code = `const stop = onSnapshot(ref, () => fetch('/api/seen', { method }));
for (const n of notes) stop(n);`;
    expect(one(code)).toEqual([]);
  });

  test('functions and objects of another file are followed, through files that pass them on', () => {
    const files = {
      'src/api/tags.ts':
        'export const tags = { async of(id) { return supabase.from("tags").select().eq("id", id).single(); } };',
      'src/api/index.ts': 'export { tags } from "./tags";\nexport * from "./other";',
      'src/api/other.ts':
        'export async function other(id) { return prisma.other.findUnique({ where: { id } }); }',
      'src/Page.tsx':
        'import { tags, other } from "@/api";\nfor (const n of notes) {\n  await tags.of(n.tag);\n}\nfor (const n of notes) await other(n.id);',
    };
    expect(
      found(RULE, {
        'src/api/tags.ts': files['src/api/tags.ts'],
        'src/Page.tsx':
          'import { tags } from "@/api/tags";\nfor (const n of notes) await tags.of(n.tag);',
      }),
    ).toEqual(['src/Page.tsx:2']);
    expect(found(RULE, files)).toEqual(['src/Page.tsx:2', 'src/Page.tsx:5']);
  });
});

test('a function of a file that is brought in only then is followed', () => {
  expect(
    found(RULE, {
      'src/mails.ts': 'export async function send(n) { await fetch(`${API}/mail/${n}`); }',
      'src/a.ts':
        'export async function all(notes) {\n  const { send } = await import("./mails");\n  for (const n of notes) await send(n.id);\n}',
    }),
  ).toEqual(['src/a.ts:3']);
});

test('methods of a class of another file are followed', () => {
  expect(
    found(RULE, {
      'src/repo.ts':
        'export class Tags {\n  async of(id) { return prisma.tag.findUnique({ where: { id } }); }\n}',
      'src/service.ts':
        'import { Tags } from "./repo";\nexport async function load(tx, notes) {\n  const tags = new Tags(tx);\n  for (const n of notes) await tags.of(n.tag);\n}',
    }),
  ).toEqual(['src/service.ts:4']);
});

describe('components shown once a row', () => {
  const row = (inner: string, shown = '<Row note={n} />') => ({
    'src/Row.tsx': `export function Row({ note }) {\n  const [tag, setTag] = useState();\n${inner}\n  return <p>{tag}</p>;\n}`,
    'src/List.tsx': `import { Row } from './Row';\nexport const List = ({ notes }) => <ul>{notes.map((n) => ${shown})}</ul>;`,
  });
  const asks =
    'useEffect(() => { supabase.from("tags").select().eq("id", note.tag).single().then(setTag); }, []);';

  test('are found where they ask', () => {
    expect(found(RULE, row(asks))).toEqual(['src/Row.tsx:3']);
  });

  test('weigh what the list weighs that shows them, where that is known', () => {
    const shown = (table: string) =>
      findings(RULE, {
        ...row(asks),
        'src/List.tsx': `import { Row } from './Row';
export const List = () => {
  const { data: notes } = useQuery({ queryKey: ['a'], queryFn: async () => { const { data } = await supabase.from('${table}').select(); return data; } });
  return <ul>{notes.map((n) => <Row note={n} />)}</ul>;
};`,
      }).map(({ growth }) => growth);
    expect(shown('categories')).toEqual(['small']);
    expect(shown('orders')).toEqual(['grows']);
    expect(findings(RULE, row(asks)).map(({ growth }) => growth)).toEqual(['unknown']);
  });

  test('are followed into a function that the effect calls', () => {
    expect(
      found(
        RULE,
        row(
          'useEffect(() => { load(); }, []);\nasync function load() { await supabase.from("tags").select().eq("id", note.tag).single(); }',
        ),
      ),
    ).toEqual(['src/Row.tsx:4']);
  });

  test('are found where a common function asks for the address that stands in the key', () => {
    const keyed = (key: string, more = '') =>
      found(RULE, row(`const { data } = useQuery({ queryKey: ${key}${more} });`));
    expect(keyed("['/api/tags', note.tag]")).toEqual(['src/Row.tsx:3']);
    expect(keyed('[`/api/tags/${note.tag}`]')).toEqual(['src/Row.tsx:3']);
    expect(keyed("['/api/me']")).toEqual([]);
    expect(keyed("['/api/me', useMe().id]")).toEqual([]);
    expect(keyed("['tags', note.tag]")).toEqual([]);
    expect(keyed("['/api/tags', note.tag]", ', queryFn: () => held')).toEqual([]);
  });

  test('are not where they ask on a click, or behind a dialog that one opens', () => {
    expect(
      found(RULE, row('const save = async () => { await supabase.from("tags").insert({}); };')),
    ).toEqual([]);
    expect(
      found(RULE, row(asks, '<Dialog><DialogContent><Row note={n} /></DialogContent></Dialog>')),
    ).toEqual([]);
    expect(found(RULE, row(asks, '<li>{openId === n.id && <Row note={n} />}</li>'))).toEqual([]);
    expect(found(RULE, row(asks, '<Row isOpen={openId === n.id} note={n} />'))).toEqual([]);
    expect(found(RULE, row(asks, '<Row open note={n} />'))).toHaveLength(1);
  });

  test('are told with each of their parts that asks too', () => {
    expect(
      found(RULE, {
        'src/List.tsx': row('')['src/List.tsx'],
        'src/Row.tsx': `import { Heart } from './Heart';\nexport function Row({ note }) {\n${asks}\n  return <Heart id={note.id} />;\n}`,
        'src/Heart.tsx':
          'export function Heart({ id }) {\n  useEffect(() => { supabase.from("likes").select().eq("note", id).limit(1); }, [id]);\n  return <i />;\n}',
      }),
    ).toEqual(['src/Row.tsx:3', 'src/Heart.tsx:2']);
  });

  test('are not where their effect waits until the row is opened', () => {
    const load = 'supabase.from("tags").select().eq("id", note.tag).single().then(setTag)';
    const asksAt = (effect: string) => found(RULE, row(effect)).length;
    expect(asksAt(`useEffect(() => { if (open && note) { ${load}; } }, [open]);`)).toBe(0);
    expect(asksAt(`useEffect(() => { if (!showTags || !note) return; ${load}; }, []);`)).toBe(0);
    expect(
      asksAt(`useEffect(() => { if (isExpanded) go(); }, []);\nfunction go() { ${load}; }`),
    ).toBe(0);
    expect(
      asksAt(
        `const q = useQuery({ queryKey: ['t', note.tag], queryFn: () => ${load}, enabled: dialogOpen && !!note });`,
      ),
    ).toBe(0);
    const hook = `const useTag = (id) => useQuery({ queryKey: ['tag', id], queryFn: () => ${load} });\n`;
    const through = (given: string) =>
      found(RULE, {
        ...row(''),
        'src/Row.tsx': `${hook}export function Row({ note, open, me }) {\n  const tag = useTag(${given});\n  return <p>{tag}</p>;\n}`,
      }).length;
    expect(through('open ? note.tag : undefined')).toBe(0);
    expect(through('open && note.tag')).toBe(0);
    expect(through('me ? note.tag : undefined')).toBe(1);
    expect(asksAt(`useEffect(() => { if (user) { ${load}; } }, [user]);`)).toBe(1);
    expect(asksAt(`useEffect(() => { if (!open) { ${load}; } }, [open]);`)).toBe(1);
    expect(asksAt(`useEffect(() => { if (!user) return; ${load}; }, [user]);`)).toBe(1);
    expect(
      asksAt(
        `const q = useQuery({ queryKey: ['t', note.tag], queryFn: () => ${load}, enabled: !!note });`,
      ),
    ).toBe(1);
  });

  test('are not where they only write that they were seen', () => {
    const sees = 'supabase.from("views").insert({ note: note.id });';
    expect(found(RULE, row(`useEffect(() => { ${sees} }, []);`))).toEqual([]);
    expect(
      found(RULE, row(`useEffect(() => { see(); }, []);\nfunction see() { ${sees} }`)),
    ).toEqual([]);
  });

  test('are each told where they ask through one hook, be it in a part of theirs', () => {
    const files = row('const tag = useDoc(note.tag);');
    expect(
      found(RULE, {
        'src/useDoc.ts':
          'export function useDoc(id) { useEffect(() => { supabase.from("docs").select().eq("id", id).single(); }, [id]); }',
        'src/Row.tsx': `import { useDoc } from './useDoc';\n${files['src/Row.tsx']}`,
        'src/List.tsx': files['src/List.tsx'],
        'src/Card.tsx':
          "import { Heart } from './Heart';\nexport const Card = () => <Body />;\nconst Body = () => <p><Heart /></p>;",
        'src/Heart.tsx':
          "import { useDoc } from './useDoc';\nexport const Heart = ({ id }) => {\n  const liked = useDoc(id);\n  return <i />;\n};",
        'src/Cards.tsx':
          "import { Card } from './Card';\nexport const Cards = ({ notes }) => notes.map((n) => <Card id={n.id} />);",
      }),
    ).toEqual(['src/Row.tsx:4', 'src/Heart.tsx:3']);
  });

  test.each([
    ['a fixed key', '', 'queryKey: ["me"], queryFn: ASK', 0],
    ['a named key', '', 'queryKey: keys.me(), queryFn: ASK', 0],
    ['a key of the visitor', '', 'queryKey: ["me", user?.id], queryFn: ASK', 0],
    ['a method', '', 'queryKey: ["me"], async queryFn() { return ASK(); }', 0],
    ['a key of the row', 'id', 'queryKey: ["me", id], queryFn: ASK', 1],
    ['a key of what it made of the row', 'id', 'queryKey: ["me", `${key}`], queryFn: ASK', 1],
    ['no key', 'id', 'queryFn: ASK', 1],
  ])(
    'ask for all rows or for each by what a cache keeps them under: %s',
    (_, given, options, n) => {
      const ask = '() => supabase.from("profiles").select().eq("id", x).single()';
      const files = row('const { data } = useMe(note.id);');
      expect(
        found(RULE, {
          'src/useMe.ts': `export const useMe = (${given}) => {
  const { user } = useAuth();
  const key = [${given}];
  return useQuery({ ${options.replace('ASK()', `(${ask})()`).replace('ASK', ask)} });
};`,
          'src/Row.tsx': `import { useMe } from './useMe';\n${files['src/Row.tsx']}`,
          'src/List.tsx': files['src/List.tsx'],
        }),
      ).toHaveLength(n);
    },
  );

  test('share what SWR fetches under one address', () => {
    const by = (key: string) =>
      found(RULE, row(`const { data } = useSWR(${key}, () => fetch(url));`));
    expect(by("'/api/me'")).toEqual([]);
    expect(by('`/api/tags/${note.tag}`')).toEqual(['src/Row.tsx:3']);
  });
});

test('a loop over what was read with a limit stays short', () => {
  const growth = (how: string) =>
    findings(RULE, {
      'src/a.ts': `const { data } = await supabase.from('orders').select()${how};
for (const n of data) await supabase.rpc('touch', { id: n.id });`,
    }).map((one) => one.growth);
  expect(growth('')).toEqual(['grows']);
  expect(growth('.limit(5)')).toEqual(['parts']);
});

describe('what is asked once and kept', () => {
  const cached = (start: string, set = 'sites = await load();') => `let sites = null;
let asked = 0;
const load = () => supabase.from('sites').select().limit(9);
async function ensure() { ${start} ${set} asked = Date.now(); }
async function siteOf(id) { await ensure(); return sites.get(id); }
for (const n of notes) show(await siteOf(n.id));`;

  test.each([
    ['where there is something', 'if (sites) return;'],
    ['for a while', 'if (Date.now() - asked < 900 && sites) { return; }'],
  ])('is not asked once for each entry: %s', (_, start) => {
    expect(one(cached(start))).toEqual([]);
  });

  test.each([
    ['nothing is kept', ''],
    ['it leaves for another reason', 'if (offline) return;'],
    ['it only waits for its turn', 'if (busy) return; busy = true; busy = false;'],
  ])('is asked again where %s', (_, start) => {
    expect(one(`let busy = false;\n${cached(start)}`)).toHaveLength(1);
  });
});

test('what an event on a page sets off weighs little', () => {
  const field = (how: string) =>
    findings(RULE, {
      'src/a.tsx': `const Field = () => <input ${how}={() => { for (const n of notes) fetch(\`/api/notes/\${n.id}\`, { method }); }} />;`,
    });
  expect(field('onBlur')).toMatchObject([{ light: true }]);
  expect(field('load')).toMatchObject([{ light: false }]);
});
