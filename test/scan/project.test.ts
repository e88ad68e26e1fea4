import { expect, test } from 'vitest';
import { findingsOf } from '#src/scan/scan.ts';
import { summaryOf } from '#src/scan/summary.ts';
import { MIGRATION, NOTES, projectOf } from './project.ts';

test('a file that cannot be read is named, and the rest is read', () => {
  const project = projectOf({
    'src/broken.tsx': 'const = = ;\n}}}} <<<<',
    'src/a.ts': `await supabase.from('notes').select();`,
  });
  expect(project.unread).toEqual(['src/broken.tsx']);
  expect(findingsOf(project).map(({ file }) => file)).toContain('src/a.ts');
});

test('generated types tell of tables that the migrations leave out, but not of their indexes', () => {
  const types = `export type Database = { public: { Tables: {
    notes: { Row: { id: string; user_id: string; extra: string | null }; Insert: {}; Update: {}; Relationships: [] }
    jobs: { Row: { id: string; owner: string }; Insert: {}; Update: {}; Relationships: [
      { foreignKeyName: "jobs_owner_fkey"; columns: ["owner"]; isOneToOne: true; referencedRelation: "profiles"; referencedColumns: ["id"] }] }
  }; Views: { busy: { Row: { id: string }; Relationships: [] } } } }`;
  const project = projectOf({
    'src/integrations/supabase/types.ts': types,
    [MIGRATION]: NOTES,
    'src/a.ts': `await supabase.from('jobs').select().eq('owner', me);\nawait supabase.from('gone').select();`,
  });
  expect(project.schema.tables.get('jobs')).toMatchObject({
    complete: false,
    foreignKeys: [{ references: 'profiles' }],
  });
  expect(project.schema.tables.get('notes')?.columns.has('extra')).toBe(true);
  expect([...project.schema.views]).toEqual(['busy']);
  expect(summaryOf(project).unknownTables).toEqual(['gone', 'jobs']);
  expect(findingsOf(project).filter(({ table }) => table === 'jobs')).toEqual([]);
});

test('scripts beside numbered migrations are not counted, since nobody can say that they ran', () => {
  const project = projectOf({ [MIGRATION]: NOTES, 'fix.sql': 'create table fix (id int);' });
  expect(project.schema.tables.has('fix')).toBe(false);
  expect(
    projectOf({
      'scripts/002_b.sql': 'alter table a add column y int;',
      'scripts/001_a.sql': 'create table a (x int);',
    }).schema.tables.get('a')?.columns.size,
  ).toBe(2);
});

test('the database’s own word counts more than migrations', async () => {
  const { ProjectReader } = await import('#src/scan/project.ts');
  const { newTable } = await import('#src/scan/schema/schema.ts');
  const reader = new ProjectReader();
  reader.add('sql', { path: MIGRATION, text: NOTES });
  reader.addTables([{ ...newTable('notes', { file: 'your database', line: 0 }), rows: 5_000_000 }]);
  const project = reader.finish();
  expect(project.schema.tables.get('notes')).toMatchObject({ rows: 5_000_000, foreignKeys: [] });
  expect(summaryOf(project).rows).toEqual({ table: 'notes', count: 5_000_000 });
});

test.each([
  ['lovable', { 'package.json': '{"devDependencies":{"lovable-tagger":"1"}}' }],
  ['replit', { 'package.json': '{"devDependencies":{"@replit/vite-plugin-cartographer":"1"}}' }],
  ['v0', { 'package.json': '{"name":"my-v0-project"}' }],
])('%s is told by what it leaves in a project', (builder, files) => {
  expect(summaryOf(projectOf(files)).builder).toBe(builder);
});

test('MySQL makes indexes for references by itself', () => {
  const schema = (provider: string) => ({
    'prisma/schema.prisma': `datasource db {\n  provider = "${provider}"\n}\nmodel A {\n  id Int @id\n  b B @relation(fields: [bId], references: [id])\n  bId Int\n}\nmodel B {\n  id Int @id\n  as A[]\n}`,
  });
  const keys = (provider: string) =>
    findingsOf(projectOf(schema(provider))).filter(
      ({ rule }) => rule === 'foreign-key-without-index',
    );
  expect(keys('postgresql')).toHaveLength(1);
  expect(keys('mysql')).toEqual([]);
});
