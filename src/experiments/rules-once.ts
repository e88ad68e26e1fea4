import { amount, number, times } from './amount.ts';
import { type DatabaseExperiment, found, set } from './experiment.ts';
import { rowsControl } from './rows.ts';

const query = `select id, title, created_at
from notes
order by created_at desc
limit 20`;

const reader = '00000000-0000-4000-8000-000000000007';

/** As Supabase defines it: who asks stands in the token that came with the request. */
const whoAsks = `create schema auth;
create function auth.uid() returns uuid language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.sub', true), ''),
    (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')
  )::uuid
$$;
grant usage on schema auth to visitor`;

const policy = (rule: string) => `reset role;
drop policy if exists own on notes;
create policy own on notes for select to visitor using (${rule});
set role visitor`;

export const rulesOnce: DatabaseExperiment = {
  kind: 'database',
  slug: 'rules-once',
  title: 'The same privacy rule, asked per row and asked once',
  question: 'Do privacy rules make my app slow?',
  controls: [rowsControl('Notes of all users', [1_000, 10_000, 30_000, 100_000, 300_000], 100_000)],
  metrics: [{ id: 'ms', label: 'Time for one user’s twenty newest notes', unit: 'ms' }],
  setting: (settings) => `${number(set(settings, 'rows'))} notes`,
  setUp: (settings) => {
    const rows = set(settings, 'rows');
    return [
      {
        label: 'Making a user who may see her own notes only',
        sql: `create role visitor;\n${whoAsks}`,
      },
      {
        label: `Writing ${number(rows)} notes`,
        sql: `create unlogged table notes (
  id int generated always as identity primary key,
  user_id uuid not null,
  title text not null,
  created_at timestamptz not null
);
select setseed(0.42);
insert into notes (user_id, title, created_at)
select ('00000000-0000-4000-8000-' || lpad((1 + floor(random() * ${Math.max(10, Math.round(rows / 100))}))::int::text, 12, '0'))::uuid,
  'Note ' || n,
  timestamptz '2026-01-01' + random() * interval '300 days'
from generate_series(1, ${rows}) n;
alter table notes enable row level security;
grant select on notes to visitor;
select set_config('request.jwt.claims', '{"sub":"${reader}"}', false)`,
      },
      { label: 'Letting PostgreSQL count what is there', sql: 'analyze notes' },
    ];
  },
  cases: [
    {
      id: 'row',
      label: 'Asked per row',
      good: false,
      before: () => [{ label: 'Setting the rule', sql: policy('auth.uid() = user_id') }],
      trial: () => ({ kind: 'statement', sql: query }),
    },
    {
      id: 'once',
      label: 'Asked once',
      good: true,
      before: () => [{ label: 'Wrapping the rule', sql: policy('(select auth.uid()) = user_id') }],
      trial: () => ({ kind: 'statement', sql: query }),
    },
    {
      id: 'index',
      label: 'Once, with index',
      good: true,
      before: () => [
        {
          label: 'Making the index',
          sql: 'reset role; create index on notes (user_id, created_at desc); set role visitor',
        },
      ],
      trial: () => ({ kind: 'statement', sql: query }),
    },
  ],
  explain: (result, settings) => {
    const rows = set(settings, 'rows');
    const [row, once, indexed] = ['row', 'once', 'index'].map((id) => found(result, id, 'ms')) as [
      number,
      number,
      number,
    ];
    return [
      row < 1.5 * once
        ? `At ${number(rows)} notes the way the rule is written hardly matters.`
        : `Asked once, the same rule takes ${amount(once, 'ms')} in place of ${amount(row, 'ms')}: ${times(row, once)} less, and it lets exactly the same notes through.`,
      `Written as auth.uid() = user_id, the question “who is asking?” is put again for each of the ${number(rows)} notes. In brackets with select, PostgreSQL works it out once and compares.`,
      `With an index on the column that the rule compares, the rule becomes the search itself: ${amount(indexed, 'ms')}. So privacy rules cost nothing when they are written this way; leaving them out is never the repair.`,
    ];
  },
  repair: `create policy own on notes for select to authenticated
using ((select auth.uid()) = user_id);
create index on notes (user_id, created_at desc);`,
  claim: {
    says: 'At 100,000 rows the rule that is asked once is at least twice as fast, and its plan works the user out once.',
    at: { rows: 100_000 },
    holds: (result) =>
      found(result, 'row', 'ms') > 2 * found(result, 'once', 'ms') &&
      found(result, 'row', 'ms') > 5 * found(result, 'index', 'ms') &&
      !JSON.stringify(result.plans?.row).includes('"Result"') &&
      JSON.stringify(result.plans?.once).includes('"Result"') &&
      JSON.stringify(result.plans?.index).includes('"Index Scan"'),
  },
};
