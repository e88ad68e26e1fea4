import { amount, number, times } from './amount.ts';
import { type DatabaseExperiment, found, set } from './experiment.ts';

const list = 'select id, name from projects order by id';
const joined = `select p.id, p.name, count(t.id) as open_tasks
from projects p left join tasks t on t.project_id = p.id and not t.done
group by p.id
order by p.id`;

export const oneRequestOrMany: DatabaseExperiment = {
  kind: 'database',
  slug: 'one-request-or-many',
  title: 'One request for each entry, or one for the list',
  question: 'Why does a list of fifty take seconds when each entry takes no time?',
  controls: [
    {
      id: 'entries',
      label: 'Entries in the list',
      kind: 'slider',
      options: [10, 20, 50, 100].map((value) => ({ value, label: String(value) })),
      initial: 50,
    },
    {
      id: 'roundTrip',
      label: 'Way to the database and back',
      kind: 'slider',
      options: [
        { value: 0, label: '0 ms, the same machine' },
        { value: 5, label: '5 ms, 500 km of fibre' },
        { value: 20, label: '20 ms, 2,000 km of fibre' },
        { value: 50, label: '50 ms' },
        { value: 100, label: '100 ms, Los Angeles to Tokyo' },
      ],
      initial: 20,
    },
  ],
  sources: [
    {
      text: 'Light takes 10 ms for 1,000 km of fibre and back, at best; Los Angeles to Tokyo 100 to 115 ms (geocables.com, 22 November 2026)',
      href: 'https://geocables.com/internet-latency',
    },
  ],
  metrics: [
    { id: 'ms', label: 'Time until the whole list is there', unit: 'ms' },
    { id: 'requests', label: 'Requests to the database', unit: 'count' },
  ],
  setting: (settings) =>
    `${set(settings, 'entries')} projects, ${set(settings, 'roundTrip')} ms round trip`,
  setUp: (settings) => [
    {
      label: 'Writing projects and their tasks',
      sql: `create unlogged table projects (id int primary key, name text not null);
create unlogged table tasks (
  id int generated always as identity primary key,
  project_id int not null references projects,
  done boolean not null
);
insert into projects select n, 'Project ' || n from generate_series(1, ${set(settings, 'entries')}) n;
insert into tasks (project_id, done)
select 1 + n % ${set(settings, 'entries')}, n % 3 = 0 from generate_series(1, 5000) n;
create index on tasks (project_id);
analyze`,
    },
  ],
  cases: [
    {
      id: 'each',
      label: 'One for each',
      good: false,
      trial: (settings) => ({
        kind: 'requests',
        list,
        each: 'select count(*) from tasks where project_id = $1 and not done',
        roundTrip: set(settings, 'roundTrip'),
      }),
    },
    {
      id: 'joined',
      label: 'One for all',
      good: true,
      trial: (settings) => ({
        kind: 'requests',
        list: joined,
        roundTrip: set(settings, 'roundTrip'),
      }),
    },
  ],
  explain: (result, settings) => {
    const [each, joined] = [found(result, 'each', 'ms'), found(result, 'joined', 'ms')];
    const requests = found(result, 'each', 'requests');
    const way = requests * set(settings, 'roundTrip');
    return [
      `The same list: ${amount(each, 'ms')} with ${number(requests)} requests, ${amount(joined, 'ms')} with one. That is ${times(each, joined)} the wait.`,
      way > 0
        ? `At least ${amount(way, 'ms')} of it went by on the way, in which neither your app nor the database did anything. No faster database shortens that; fewer trips do.`
        : 'With the database on the same machine the trips cost almost nothing, which is why it looks fine while you build. Set the distance that your visitors have.',
    ];
  },
  repair: `${joined};`,
  claim: {
    says: 'At a round trip of 5 ms a list of 50 takes at least five times as long with a request for each entry.',
    at: { entries: 50, roundTrip: 5 },
    holds: (result) =>
      found(result, 'each', 'requests') === 51 &&
      found(result, 'joined', 'requests') === 1 &&
      found(result, 'each', 'ms') > 5 * found(result, 'joined', 'ms'),
  },
};
