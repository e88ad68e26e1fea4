import { describe, expect, test } from 'vitest';
import { groupsOf, shownFirst } from '#src/scan/groups.ts';
import { findingsOf } from '#src/scan/scan.ts';
import { MIGRATION, NOTES, projectOf } from './project.ts';

type Files = Readonly<Record<string, string>>;
const pack = (...names: string[]) => ({
  'package.json': JSON.stringify({
    dependencies: Object.fromEntries(names.map((one) => [one, '1'])),
  }),
});
const ROUTED = pack('react-router-dom');

/** Does anything lead to this line? */
function lives(files: Files, path: string, line = 1): boolean {
  const { uses, unread } = projectOf(files);
  expect(unread.filter((one) => one !== BROKEN)).toEqual([]);
  return !uses.isUnused(path, line);
}
const BROKEN = 'src/Broken.tsx';

describe('an exported function', () => {
  const LIST = `export const list = () => supabase.from('notes').select();`;
  const of = (main: string, others: Files = {}) =>
    lives({ 'src/lib/notes.ts': LIST, 'src/main.tsx': main, ...others }, 'src/lib/notes.ts');

  test.each([
    ['calls it', `import { list } from './lib/notes'; list();`],
    ['calls it by another name', `import { list as all } from './lib/notes'; all();`],
    ['hands it over', `import { list } from '@/lib/notes'; run(list);`],
    ['calls it as one of many', `import * as notes from './lib/notes'; notes.list();`],
    ['hands over many', `import * as notes from './lib/notes'; run(notes);`],
    ['knows its folder by an alias', `import { list } from '@notes'; list();`],
    ['knows it by an alias of its own', `import { list } from 'parts/notes'; list();`],
    ['loads it when needed', `import('./lib/notes').then(({ list }) => list());`],
    ['requires it', `const { list } = require('./lib/notes'); list();`],
    ['runs it beside', `new Worker(new URL('./lib/notes.ts', import.meta.url));`],
    ['asks for it by a query', `import { list } from './lib/notes?worker'; list();`],
    ['loads what is called so', 'import(`./lib/${name}.ts`);'],
    ['loads whatever it is told', 'import(name);'],
    ['loads all of the folder', `import.meta.glob('./lib/*.ts');`],
    ['gives it to a library', `import { list } from './lib/notes'; useQuery({ queryFn: list });`],
    ['renders with it', `import { list } from './lib/notes'; render(<Notes load={list} />);`],
    [
      'takes it where nothing is given',
      `import { list } from './lib/notes'; const { a = list } = b;`,
    ],
    [
      'has it put in by a framework',
      `import { list } from './lib/notes'; @Page() class Home { constructor(private of: list) {} } run(Home);`,
    ],
    [
      'has it put in where a method is marked',
      `import { list } from './lib/notes'; class Home { @Get() all(of: list) {} } run(Home);`,
    ],
    ['makes it, itself', `import { list } from './lib/notes'; const all = new all(); list(all);`],
    ['extends it', `import { list } from './lib/notes'; new (class extends list {})();`],
    [
      'extends it by name',
      `import { list } from './lib/notes'; class Notes extends list {} run(Notes);`,
    ],
  ])('lives where living code %s', (_, main) => {
    expect(of(main)).toBe(true);
  });

  test.each([
    ['is brought in', `import { list } from './lib/notes';`],
    ['is a type', `import { list } from './lib/notes'; type List = typeof list;`],
    ['tells when to run anew', `import { list } from './lib/notes'; useEffect(() => {}, [list]);`],
    ['gets a title', `import { list } from './lib/notes'; list.title = 'Notes';`],
    ['is passed on', `import { list } from './lib/notes'; export { list };`],
    [
      'is called in what nobody calls',
      `import { list } from './lib/notes'; const all = () => list();`,
    ],
    ['has a neighbour that is called', `import { other } from './lib/notes'; other();`],
  ])('is unused where it only %s', (_, main) => {
    expect(of(`${main} export const sign = 1;`, { 'src/index.tsx': `import './main';` })).toBe(
      false,
    );
  });

  test('lives through files that pass it on', () => {
    const passing = (code: string) =>
      of(`import { list } from './lib'; list();`, { 'src/lib/index.ts': code });
    expect(passing(`export * from './notes';`)).toBe(true);
    expect(passing(`export { list } from './notes';`)).toBe(true);
    expect(passing(`import { list } from './notes'; export { list };`)).toBe(true);
    expect(passing(`export { other as list } from './notes';`)).toBe(false);
    expect(
      of(`import { lib } from './lib'; lib.list();`, {
        'src/lib/index.ts': `export * as lib from './notes';`,
      }),
    ).toBe(true);
  });

  test('lives where another of the project’s packages takes it', () => {
    const files = {
      'packages/lib/db/package.json': '{"name": "@app/db"}',
      'packages/lib/db/src/index.ts': `export * from './notes';`,
      'packages/lib/db/src/notes.ts': `${LIST}\nexport const count = () => 1;`,
      'packages/lib/db/src/cycle.ts': `import { count } from './index'; count();`,
      'apps/web/src/main.ts': `import { list } from '@app/db'; list();`,
    };
    expect(lives(files, 'packages/lib/db/src/notes.ts')).toBe(true);
    expect(lives({ ...files, 'apps/web/src/main.ts': '' }, 'packages/lib/db/src/notes.ts')).toBe(
      false,
    );
  });

  test('lives where a file that cannot be read, or seeds, names it', () => {
    const broken = { [BROKEN]: `import { list } from './lib/notes'; const = <list(` };
    const seed = { 'src/seed-notes.ts': `import { list } from './lib/notes'; list();` };
    expect(of('', broken)).toBe(true);
    expect(of('', seed)).toBe(true);
    expect(of('', { 'src/Page.vue': '' })).toBe(true);
    expect(of('', { 'content/page.mdx': '' })).toBe(true);
    expect(of('', { 'docs/page.mdx': '', 'src/Notes.stories.mdx': '' })).toBe(false);
    expect(of('')).toBe(false);
  });

  test('is unused where it only is listed among what others can choose', () => {
    const api = (use: string) =>
      of(`import { api } from './lib/api'; ${use}`, {
        'src/lib/api.ts': `import { list } from './notes'; export const api = { all: list };`,
      });
    expect(api('api.other();')).toBe(false);
    expect(api('api.all();')).toBe(true);
    expect(api('api[name]();')).toBe(true);
    expect(api('library(api);')).toBe(true);
  });

  test('is unused where it only is what its file hands out by default', () => {
    const files = {
      'src/lib/notes.ts': `function list() { return 1; }\nexport default list; export const one = 1;`,
      'src/main.ts': `import { one } from './lib/notes'; run(one);`,
    };
    expect(lives(files, 'src/lib/notes.ts')).toBe(false);
    const main = `import list from './lib/notes'; list();`;
    expect(lives({ ...files, 'src/main.ts': main }, 'src/lib/notes.ts')).toBe(true);
  });

  test('of two files with one stem each may be meant', () => {
    const use = { 'src/main.ts': `import { list } from './lib/notes'; list();` };
    const files = { ...use, 'src/lib/notes.ts': LIST, 'src/lib/notes/index.ts': LIST };
    expect(lives(files, 'src/lib/notes.ts')).toBe(true);
    expect(lives(files, 'src/lib/notes/index.ts')).toBe(true);
  });

  test('that nobody uses still runs its file in JavaScript, as builders do', () => {
    const code = { 'src/lib/notes.ts': `setInterval(load, 1000);` };
    const main = `import { list } from './lib/notes';`;
    expect(lives({ ...code, 'src/main.js': main }, 'src/lib/notes.ts')).toBe(true);
    expect(lives({ ...code, 'src/main.ts': main }, 'src/lib/notes.ts')).toBe(false);
    expect(lives({ ...code, 'src/main.ts': `import './lib/notes';` }, 'src/lib/notes.ts')).toBe(
      true,
    );
  });

  test('lives where it is listed with what is taken of it', () => {
    const api = (value: string, use: string) =>
      of(`import { api } from './lib/api'; ${use}`, {
        'src/lib/api.ts': `import { list } from './notes'; export const api = { all: ${value} };`,
      });
    expect(api('list.bind', 'api.all();')).toBe(true);
    expect(api('list as All', 'api.other();')).toBe(false);
    expect(api('list.bind', 'api.other();')).toBe(false);
  });

  test('of a script, the page may call it', () => {
    expect(lives({ 'js/notes.js': `function list() { fetch('/api'); }` }, 'js/notes.js')).toBe(
      true,
    );
  });
});

describe('a component', () => {
  const NOTES_PAGE = `export default function Notes() { return null; }`;
  const of = (app: string, others: Files = ROUTED) =>
    lives(
      {
        'src/pages/Notes.tsx': NOTES_PAGE,
        'src/App.tsx': `${app} export default App;`,
        'src/main.tsx': `import App from './App'; render(<App />);`,
        ...others,
      },
      'src/pages/Notes.tsx',
    );

  test('lives where it is rendered', () => {
    expect(of(`import Notes from './pages/Notes'; const App = () => <Notes />;`)).toBe(true);
    expect(
      of(`const Notes = lazy(() => import('./pages/Notes')); const App = () => <Notes />;`),
    ).toBe(true);
    expect(of(`import * as pages from './pages/Notes'; const App = () => <pages.default />;`)).toBe(
      true,
    );
    expect(
      of(`import Notes from './pages/Notes'; const all = { Notes }; const App = () => all[name];`),
    ).toBe(true);
  });

  test('is unused where its route is commented out', () => {
    expect(of(`import Notes from './pages/Notes'; const App = () => null;`)).toBe(false);
    expect(of(`const Notes = lazy(() => import('./pages/Notes')); const App = () => null;`)).toBe(
      false,
    );
    expect(
      of(`const Notes = dynamic(() => import('./pages/Notes').then((m) => m.default));
        const App = () => null;`),
    ).toBe(false);
  });

  test('of a page is found by its folder, unless the app names each route', () => {
    const app = 'const App = () => null;';
    expect(of(app)).toBe(false);
    expect(of(app, pack('wouter'))).toBe(false);
    expect(of(app, {})).toBe(true);
    expect(of(app, pack('next'))).toBe(true);
    expect(of(app, pack('next', 'react-router-dom'))).toBe(true);
    expect(of(app, pack('react-router-dom', 'vite-plugin-pages'))).toBe(true);
    expect(of(app, pack('react-router', '@react-router/dev'))).toBe(true);
  });

  test('that an unused one alone renders is unused', () => {
    const files = {
      ...ROUTED,
      'src/components/Row.tsx': 'export const Row = () => null;',
      'src/components/Table.tsx': `import { Row } from './Row'; export const Table = () => <Row />;`,
      'src/App.tsx': '',
    };
    expect(lives(files, 'src/components/Row.tsx')).toBe(false);
    const used = {
      ...files,
      'src/App.tsx': `import { Table } from './components/Table'; <Table />;`,
    };
    expect(lives(used, 'src/components/Row.tsx')).toBe(true);
  });
});

describe('what a hook answers', () => {
  const HOOK = `export function useNotes() {
  const load = useCallback(async () => { await supabase.from('notes').select(); }, []);
  const count = async () => { await supabase.from('notes').select(); };
  const save = useMutation({ mutationFn: () => supabase.from('notes').insert({}) });
  useEffect(() => { load(); }, [load, count]);
  return { load, count, save: save.mutate };
}`;
  const of = (main: string, hook = HOOK) =>
    [2, 3, 4].map((line) =>
      lives(
        {
          'src/hooks/useNotes.tsx': hook,
          'src/main.tsx': `import { useNotes } from './hooks/useNotes'; ${main}`,
        },
        'src/hooks/useNotes.tsx',
        line,
      ),
    );

  test.each([
    ['const {} = useNotes();', [true, false, false]],
    ['const { count } = useNotes();', [true, true, false]],
    ['const notes = useNotes(); notes.save();', [true, false, true]],
    [`useNotes()['count']();`, [true, true, false]],
    ['const ask = ({ save }) => save(); const {} = useNotes(); ask();', [true, false, true]],
    ['const { count, ...others } = useNotes();', [true, true, true]],
    ['const notes = useNotes(); notes[name]();', [true, true, true]],
    ['library(useNotes());', [true, true, true]],
    ['useNotes().then(library);', [true, true, true]],
    ['const notes = useNotes(); if (!notes) stop(); notes.count();', [true, true, false]],
    ['const notes = useNotes() as Notes; notes.count();', [true, true, false]],
    ['const notes = useNotes(); render(<div {...notes} />);', [true, true, true]],
    ['use(useNotes);', [true, true, true]],
    ['', [false, false, false]],
  ])('lives by its key: %s', (main, expected) => {
    expect(of(main)).toEqual(expected);
  });

  test('is known through a context, too', () => {
    const provided = `${HOOK.replace('return {', 'const value = useMemo(() => ({').replace(
      'save.mutate }',
      'save.mutate }), [])',
    )} `.replace('\n} ', '; return <Notes.Provider value={value}>{all}</Notes.Provider>; }');
    expect(of('render(<useNotes />);', provided)).toEqual([true, false, false]);
    expect(of('render(<useNotes />); const { count } = useContext(Notes);', provided)).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('goes on to whoever takes it by its key', () => {
    const options = `export function useNotes() {
  const one = useCallback(() => ({ retry: again }), []);
  const again = () => supabase.from('notes').select();
  const other = 1;
  return { one };
}`;
    const [, again] = of('const { one } = useNotes(); useQuery(one());', options);
    expect(again).toBe(true);
  });
});

describe('a member', () => {
  const at = (line: number, files: Files) => lives(files, 'src/services/notes.ts', line);

  const SERVICE = `export const notes = {
  list: async () => supabase.from('notes').select(),
  async count() { return supabase.from('notes').select(); },
};`;
  const CLASS = `class Notes {
  list = async () => supabase.from('notes').select();
  async count() { return supabase.from('notes').select(); }
}
export const notes = new Notes();`;
  const STORE = `export const notes = create<State>()(persist((set) => ({
  list: async () => supabase.from('notes').select(),
  count: async () => supabase.from('notes').select(),
}), { name: 'notes' }));`;
  const SMALL_STORE = STORE.replace('persist(', '').replace("}), { name: 'notes' }));", '}));');
  const use = (code: string) => `import { notes } from './services/notes'; ${code}`;

  test('of what a file hands out by default lives by its key', () => {
    const main = `import notes from './services/notes'; notes.list();`;
    const files = {
      'src/services/notes.ts': SERVICE.replace('const notes =', 'default'),
      'src/main.ts': main,
    };
    expect([at(2, files), at(3, files)]).toEqual([true, false]);
    const whole = { ...files, 'src/main.ts': `${main} library(notes);` };
    expect([at(2, whole), at(3, whole)]).toEqual([true, true]);
  });

  test.each([
    ['an object', SERVICE, 'notes.list();'],
    ['an object', SERVICE, `notes['list']();`],
    ['an object', SERVICE, 'const { list } = notes; list();'],
    ['a class', CLASS, 'notes.list();'],
    ['a store', SMALL_STORE, 'const list = notes.getState().list;'],
    ['a store', STORE, 'const list = notes((state) => state.list);'],
  ])('of %s lives by its key: %s', (_, service, code) => {
    const files = { 'src/services/notes.ts': service, 'src/main.ts': use(code) };
    expect([at(2, files), at(3, files)]).toEqual([true, false]);
  });

  test.each([
    ['an object', SERVICE, 'notes[name]();'],
    ['an object', SERVICE, 'library(notes);'],
    ['an object', SERVICE, 'const later = () => library(notes); notes.list(); later();'],
    ['an object', SERVICE, 'run({ ...notes });'],
    ['a class', CLASS, 'notes[name]();'],
    ['a class', CLASS, 'library({ notes });'],
  ])('of %s lives where all may be used: %s', (_, service, code) => {
    const files = { 'src/services/notes.ts': service, 'src/main.ts': use(code) };
    expect([at(2, files), at(3, files)]).toEqual([true, true]);
  });

  test('of a class that keeps the data lives by its key, whoever has it', () => {
    const of = (head: string) => ({
      'src/services/notes.ts': CLASS.replace('class Notes {', head).replace(
        'Notes()',
        'NoteStorage()',
      ),
      'src/main.ts': use('start({ notes }); later.list();'),
    });
    const kept = of('class NoteStorage implements Storage {');
    expect([at(2, kept), at(3, kept)]).toEqual([true, false]);
    const open = of('class NoteStorage { run(name) { this[name](); }');
    expect([at(2, open), at(3, open)]).toEqual([true, true]);
  });

  test('of an object that nobody mentions is unused, whatever its key', () => {
    const files = { 'src/services/notes.ts': SERVICE, 'src/main.ts': `others.list();` };
    expect(at(2, files)).toBe(false);
  });

  test.each([
    ['that a library extends', 'class Notes extends Base {'],
    ['that a framework marks', '@Controller()\nclass Notes {'],
    ['whose methods a framework marks', 'class Notes {\n@Get()'],
    ['that calls its own by what it is told', 'class Notes { run(name) { this[name](); }'],
  ])('of a class %s lives', (_, head) => {
    const code = `${head}\n  async handle() { return supabase.from('notes').select(); }\n}\nexport const name = new Notes().run();`;
    const line = code.split('\n').findIndex((one) => one.includes('handle')) + 1;
    expect(lives({ 'src/main.ts': code }, 'src/main.ts', line)).toBe(true);
  });

  test('that an unused hook alone calls is unused', () => {
    const files = {
      'src/services/notes.ts': SERVICE,
      'src/hooks/useNotes.ts': use('export const useNotes = () => notes.list();').replace(
        './',
        '../',
      ),
    };
    expect(at(2, { ...files, 'src/main.ts': '' })).toBe(false);
    const main = `import { useNotes } from './hooks/useNotes'; useNotes();`;
    expect(at(2, { ...files, 'src/main.ts': main })).toBe(true);
  });
});

describe('a file that nothing brings in', () => {
  const LIST = `export class Lists { all() { return supabase.from('notes').select(); } }`;
  const MAIN = { 'src/main.ts': `import './other'; start();`, 'src/other.ts': '' };
  test.each([
    ['only declares things under names', 'server/lists.ts', LIST, MAIN, false],
    ['stands where nothing says how the app starts', 'server/lists.ts', LIST, {}, true],
    ['runs something itself', 'server/lists.ts', `${LIST} run(Lists);`, MAIN, true],
    [
      'hands out something by default',
      'server/lists.ts',
      `${LIST} export default function handle() {}`,
      MAIN,
      true,
    ],
    ['may be called by a platform', 'src/functions/lists.ts', LIST, MAIN, true],
    ['stands in the root', 'lists.ts', LIST, MAIN, true],
  ])('and %s', (_, path, code, others, alive) => {
    expect(lives({ [path]: code, ...others }, path)).toBe(alive);
  });
});

describe('what is called from outside lives', () => {
  const GET = "export async function GET() { return supabase.from('notes').select(); }";
  test.each([
    ['app/api/notes/route.ts', GET],
    ['app/services/page.tsx', GET],
    ['app/services/sitemap.ts', GET],
    ['pages/api/notes.ts', GET],
    ['app/routes/notes.tsx', GET],
    ['api/notes.ts', GET],
    ['lib/middleware.ts', GET],
    ['netlify/functions/notes.ts', GET],
    ['functions/src/index.ts', GET],
    ['server/lib/index.ts', GET],
    ['src/jobs/clear.ts', GET],
    [
      'supabase/functions/notes/index.ts',
      "const handle = () => supabase.from('notes'); Deno.serve(handle);",
    ],
  ])('%s', (path, code) => {
    const others = { 'src/cycle.ts': `import '../${path.replace(/\.\w+$/, '')}';` };
    expect(lives({ [path]: code }, path)).toBe(true);
    if (!/jobs|lib|netlify/.test(path)) expect(lives({ [path]: code, ...others }, path)).toBe(true);
  });

  test('a route of Expo, whatever its folder is called', () => {
    const files = { 'app/services/[id].tsx': 'export default function Page() { return null; }' };
    expect(lives({ ...files, ...pack('expo-router') }, 'app/services/[id].tsx')).toBe(true);
    expect(lives({ ...files, ...pack('next') }, 'app/services/[id].tsx')).toBe(false);
  });

  test('a server that its own parts bring in', () => {
    const files = {
      'server/index.ts': `export const io = 1;\nexport function handler() { return 1; }`,
      'server/socket.ts': `import { io } from './index'; io.on();`,
    };
    expect(lives(files, 'server/index.ts', 2)).toBe(true);
  });
});

describe('what is for staff', () => {
  const READ = `export const Notes = () => { supabase.from('notes').select(); };`;
  const USE = `import { Notes } from '@/components/Notes'; export default () => <Notes />;`;
  const isStaff = (...pages: string[]) =>
    projectOf({
      'src/components/Notes.tsx': READ,
      ...Object.fromEntries(pages.map((path) => [path, USE])),
    }).uses.isStaff('src/components/Notes.tsx');

  test('is what pages for staff alone bring in', () => {
    expect(isStaff('src/pages/Admin.tsx')).toBe(true);
    expect(isStaff('src/pages/Home.tsx')).toBe(false);
    expect(isStaff('src/pages/Admin.tsx', 'src/pages/Home.tsx')).toBe(false);
  });
});

describe('findings', () => {
  const LIST = (table: string) => `supabase.from('${table}').select()`;
  const FILES = {
    [MIGRATION]: NOTES,
    'src/main.tsx': `import { tags } from './lib/read';
import { mine } from './lib/read';
tags(); mine(user);`,
    'src/lib/read.ts': `export const all = async () => ${LIST('notes')};
export const tags = async () => ${LIST('tags')};
export const mine = async (user) => ${LIST('notes')}.eq('user_id', user);
export const settings = async () => ${LIST('profiles')};`,
  };
  const groups = groupsOf(findingsOf(projectOf(FILES)));
  const list = (table: string) =>
    groups.find((one) => one.rule === 'list-without-limit' && one.table === table);

  test('in unused code come last, in their group and of all', () => {
    expect(list('notes')?.findings.map(({ line, unused }) => [line, unused ?? false])).toEqual([
      [3, false],
      [1, true],
    ]);
    const unused = groups.map(({ findings: [first] }) => first?.unused ?? false);
    expect(unused).toEqual(unused.toSorted((a, b) => Number(a) - Number(b)));
    expect(unused).toContain(true);
  });

  test('in unused code alone are not shown at once', () => {
    expect(list('profiles')).toBeDefined();
    expect(shownFirst(groups)).not.toContain(list('profiles'));
  });

  test('take no table to grow by what unused code adds', () => {
    const { added } = projectOf({
      ...FILES,
      'src/lib/add.ts': `export const add = () => supabase.from('tags').insert({});`,
    });
    expect([...added]).toEqual([]);
  });
});
