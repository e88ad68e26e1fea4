// Prints how long a full report takes. The sources are TypeScript with `#src` imports: Node strips the types.
import { makeReport } from '#src/report/make.ts';

const apps = {
  'Lovable, nothing known': { builder: 'lovable', users: '1k', target: '500' },
  'Bubble, 30,000 a month': {
    builder: 'bubble',
    bubblePlan: 'growth',
    rows: '100k',
    users: '100k',
    target: '500',
    list: 'own',
    requests: 'many',
    cache: 'database',
    delivery: 'cdn',
    slow: 'no',
    live: 'own',
  },
  'Next.js, Prisma, Postgres': {
    builder: 'code',
    backend: 'postgres',
    postgresPlan: 'small',
    rows: '1m',
    users: '10k',
    target: '2000',
    list: 'page',
    indexes: 'yes',
    requests: 'few',
    cache: 'database',
    delivery: 'cdn',
    connection: 'each',
    slow: 'no',
    live: 'no',
  },
  'Nothing answered': {},
};

const ROUNDS = 40;
for (const [name, answers] of Object.entries(apps)) {
  const cold = performance.now();
  makeReport(answers);
  const first = performance.now() - cold;
  for (let i = 0; i < ROUNDS; i++) makeReport(answers);
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    makeReport(answers);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const ms = (value) => value.toFixed(1).padStart(6);
  console.log(
    `${name.padEnd(28)} median ${ms(times[ROUNDS / 2])} ms, slowest ${ms(times[ROUNDS - 1])} ms, first ${ms(first)} ms`,
  );
}
