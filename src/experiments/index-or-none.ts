import { amount, number, times } from './amount.ts';
import { type DatabaseExperiment, found, set } from './experiment.ts';
import { rowsControl } from './rows.ts';

/** Each customer has fifty orders, so that the answer stays the same while the table grows. */
const customers = (rows: number) => Math.max(20, Math.round(rows / 50));

const query = `select id, created_at, total
from orders
where customer_id = 7
order by created_at desc
limit 20`;

const index = 'create index on orders (customer_id, created_at desc)';

export const indexOrNone: DatabaseExperiment = {
  kind: 'database',
  slug: 'index-or-none',
  title: 'The same query, with an index and without',
  question: 'Why was my list instant last month and slow today?',
  controls: [
    rowsControl(
      'Orders in the table',
      [1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000],
      100_000,
    ),
  ],
  metrics: [{ id: 'ms', label: 'Time for the twenty newest orders of one customer', unit: 'ms' }],
  setting: (settings) => `${number(set(settings, 'rows'))} orders`,
  setUp: (settings) => {
    const rows = set(settings, 'rows');
    return [
      {
        label: `Writing ${number(rows)} orders`,
        sql: `create unlogged table orders (
  id int generated always as identity primary key,
  customer_id int not null,
  created_at timestamptz not null,
  total numeric(9,2) not null,
  status text not null
);
select setseed(0.42);
insert into orders (customer_id, created_at, total, status)
select 1 + floor(random() * ${customers(rows)})::int,
  timestamptz '2026-01-01' + random() * interval '300 days',
  round((5 + random() * 200)::numeric, 2),
  'paid'
from generate_series(1, ${rows})`,
      },
      { label: 'Letting PostgreSQL count what is there', sql: 'analyze orders' },
    ];
  },
  cases: [
    {
      id: 'none',
      label: 'No index',
      good: false,
      trial: () => ({ kind: 'statement', sql: query }),
    },
    {
      id: 'index',
      label: 'With index',
      good: true,
      before: () => [{ label: 'Making the index', sql: index }],
      trial: () => ({ kind: 'statement', sql: query }),
    },
  ],
  explain: (result, settings) => {
    const rows = set(settings, 'rows');
    const [none, indexed] = [found(result, 'none', 'ms'), found(result, 'index', 'ms')];
    if (none < 1.5 * indexed) {
      return [
        `At ${number(rows)} orders it makes next to no difference.`,
        'That is why nobody notices while an app is being built: the table is still small. Move the slider up and run it again.',
      ];
    }
    return [
      `With the index the same answer takes ${amount(indexed, 'ms')} in place of ${amount(none, 'ms')}: ${times(none, indexed)} less, for one line of SQL.`,
      `Without it PostgreSQL reads all ${number(rows)} orders to find one customer’s fifty, and it does so for every visitor, every time. With it, the work depends on the orders that are shown, not on the orders that exist.`,
    ];
  },
  repair: `${index};`,
  claim: {
    says: 'At 300,000 rows the query is at least five times as fast with the index, and reads the whole table without it.',
    at: { rows: 300_000 },
    holds: (result) =>
      found(result, 'none', 'ms') > 5 * found(result, 'index', 'ms') &&
      JSON.stringify(result.plans?.none).includes('"Seq Scan"') &&
      JSON.stringify(result.plans?.index).includes('"Index Scan"'),
  },
};
