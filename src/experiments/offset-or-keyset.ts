import { amount, number, times } from './amount.ts';
import { type DatabaseExperiment, found, type Settings, set } from './experiment.ts';

const ROWS = 200_000;
const PAGE = 20;

/** Rows before the page that is asked for. */
const before = (settings: Settings) => (set(settings, 'page') - 1) * PAGE;

const offset = (settings: Settings) => `select id, title
from posts
order by id desc
limit ${PAGE} offset ${before(settings)}`;

/** The ids run without gaps, so the last one of the page before is known. */
const keyset = (settings: Settings) => `select id, title
from posts
where id < ${ROWS + 1 - before(settings)}
order by id desc
limit ${PAGE}`;

export const offsetOrKeyset: DatabaseExperiment = {
  kind: 'database',
  slug: 'offset-or-keyset',
  title: 'Page 5,000: counted from the top, or from where you were',
  question: 'Why are the first pages of my list fast and the later ones slow?',
  controls: [
    {
      id: 'page',
      label: 'Page that is asked for',
      kind: 'slider',
      options: [1, 10, 100, 1_000, 5_000, 10_000].map((value) => ({ value, label: number(value) })),
      initial: 5_000,
    },
  ],
  metrics: [{ id: 'ms', label: 'Time for the page', unit: 'ms' }],
  setting: (settings) => `page ${number(set(settings, 'page'))} of 10,000`,
  setUp: () => [
    {
      label: `Writing ${number(ROWS)} posts`,
      sql: `create unlogged table posts (id int primary key, title text not null);
insert into posts select n, 'Post ' || n from generate_series(1, ${ROWS}) n`,
    },
    { label: 'Letting PostgreSQL count what is there', sql: 'vacuum analyze posts' },
  ],
  cases: [
    {
      id: 'offset',
      label: 'offset',
      good: false,
      trial: (settings) => ({ kind: 'statement', sql: offset(settings) }),
    },
    {
      id: 'keyset',
      label: 'where id < last',
      good: true,
      trial: (settings) => ({ kind: 'statement', sql: keyset(settings) }),
    },
  ],
  explain: (result, settings) => {
    const [slow, fast] = [found(result, 'offset', 'ms'), found(result, 'keyset', 'ms')];
    if (slow < 1.5 * fast) {
      return [
        `On page ${number(set(settings, 'page'))} there is hardly a difference.`,
        'Offset walks past every row that it skips. Near the top that is nothing. Move the slider and run it again.',
      ];
    }
    return [
      `Page ${number(set(settings, 'page'))} takes ${amount(slow, 'ms')} when it is counted from the top, ${amount(fast, 'ms')} when it starts from the last entry seen: ${times(slow, fast)} less.`,
      `Offset makes PostgreSQL walk past ${number(before(settings))} rows only to throw them away. Asking for what comes after the last entry lets the index jump there, so every page costs the same.`,
    ];
  },
  repair: `select id, title
from posts
where id < $last_id_on_the_page_before
order by id desc
limit 20;`,
  claim: {
    says: 'On page 5,000 keyset paging is at least five times as fast, because offset reads a hundred thousand rows first.',
    at: { page: 5_000 },
    holds: (result) =>
      found(result, 'offset', 'ms') > 5 * found(result, 'keyset', 'ms') &&
      (result.plans?.offset?.inputs[0]?.rows ?? 0) >= 99_980 &&
      (result.plans?.keyset?.inputs[0]?.rows ?? 0) <= PAGE,
  },
};
