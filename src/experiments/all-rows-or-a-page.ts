import { visitor } from '#src/capacity/constants/visitor.ts';
import { amount, number, times } from './amount.ts';
import { type DatabaseExperiment, found, set } from './experiment.ts';
import { rowsControl } from './rows.ts';

/** Bits a second of the model's slowest line, the "slow 4G" that Lighthouse tests phones with. */
const SLOW_4G = visitor.mbit.from * 1e6;

const columns = 'id, customer, email, city, total, status, created_at, note';

export const allRowsOrAPage: DatabaseExperiment = {
  kind: 'database',
  slug: 'all-rows-or-a-page',
  title: 'The whole table to the browser, or one page of it',
  question: 'My search filters instantly in the browser. What does that cost?',
  controls: [
    rowsControl('Orders in the table', [100, 1_000, 3_000, 10_000, 30_000, 100_000], 10_000),
  ],
  sources: [
    {
      text: 'Slow 4G: what Lighthouse tests phones with, 20 August 2026',
      href: 'https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md',
    },
  ],
  metrics: [
    { id: 'bytes', label: 'What each visitor downloads', unit: 'bytes' },
    { id: 'parse', label: 'Reading it on this device', unit: 'ms' },
  ],
  setting: (settings) => `${number(set(settings, 'rows'))} orders`,
  setUp: (settings) => [
    {
      label: `Writing ${number(set(settings, 'rows'))} orders`,
      sql: `create unlogged table orders (
  id int generated always as identity primary key,
  customer text not null,
  email text not null,
  city text not null,
  total numeric(9,2) not null,
  status text not null,
  created_at timestamptz not null,
  note text not null
);
select setseed(0.42);
insert into orders (customer, email, city, total, status, created_at, note)
select 'Customer ' || n, 'customer' || n || '@shop.example',
  (array['Berlin', 'Lyon', 'Porto', 'Ghent', 'Turin'])[1 + n % 5],
  round((5 + random() * 200)::numeric, 2),
  'paid',
  timestamptz '2026-01-01' + random() * interval '300 days',
  'Leave the parcel with a neighbour, please.'
from generate_series(1, ${set(settings, 'rows')}) n`,
    },
  ],
  cases: [
    {
      id: 'all',
      label: 'All rows',
      good: false,
      trial: () => ({ kind: 'payload', sql: `select ${columns} from orders order by id desc` }),
    },
    {
      id: 'page',
      label: 'A page of 20',
      good: true,
      trial: () => ({
        kind: 'payload',
        sql: `select ${columns} from orders order by id desc limit 20`,
      }),
    },
  ],
  explain: (result, settings) => {
    const rows = set(settings, 'rows');
    const [all, page] = [found(result, 'all', 'bytes'), found(result, 'page', 'bytes')];
    return [
      `All ${number(rows)} orders are ${amount(all, 'bytes')}; the twenty on the screen are ${amount(page, 'bytes')}. Each visitor downloads ${times(all, page)} what she can see.`,
      `On the slow phone line that Lighthouse tests with (${visitor.mbit.from} Mbit/s) these bytes alone take ${amount((all * 8) / SLOW_4G, 'seconds')}, against ${amount((page * 8) / SLOW_4G, 'seconds')} for the page. Compression takes off about three quarters; it does not change how both grow.`,
      `Your server had to make all of it for every visitor, and whoever opens the browser’s network tab can read all of it.`,
    ];
  },
  repair: `select ${columns}
from orders
order by id desc
limit 20;`,
  claim: {
    says: 'At 10,000 rows each visitor downloads at least a hundred times what a page of twenty weighs.',
    at: { rows: 10_000 },
    holds: (result) =>
      found(result, 'all', 'bytes') > 100 * found(result, 'page', 'bytes') &&
      found(result, 'all', 'parse') > 20 * found(result, 'page', 'parse'),
  },
};
