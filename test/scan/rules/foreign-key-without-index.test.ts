import { expect, test } from 'vitest';
import { findings, found, MIGRATION, NOTES } from '../project.ts';

const RULE = 'foreign-key-without-index';

test('keys to other tables without a way back are found, those that a key serves are not', () => {
  expect(
    findings(RULE, { [MIGRATION]: NOTES }).map(({ table, columns }) => `${table}.${columns}`),
  ).toEqual(['notes.user_id', 'notes.tag_id']);
});

test('a key of two columns is served by an index of both in any order', () => {
  const sql = `create table a (x int, y int, primary key (x, y));
create table b (id int primary key, x int, y int, foreign key (x, y) references a (x, y));`;
  expect(found(RULE, { [MIGRATION]: sql })).toHaveLength(1);
  expect(found(RULE, { [MIGRATION]: `${sql} create index on b (y, x);` })).toEqual([]);
});

test('keys that are added and dropped later count', () => {
  const sql = `${NOTES}
alter table tags add column owner uuid references profiles(id), add column note uuid;
alter table tags add constraint tags_note foreign key (note) references notes(id);
alter table notes drop constraint notes_tag_id_fkey;
alter table notes drop column user_id;`;
  expect(findings(RULE, { [MIGRATION]: sql }).map(({ columns }) => String(columns))).toEqual([
    'owner',
    'note',
  ]);
});

test('the tables of other schemas are Supabase’s own', () => {
  expect(
    found(RULE, {
      [MIGRATION]: 'create table private.a (id int primary key, b int references auth.users(id));',
    }),
  ).toEqual([]);
});
