// Prints how long a full report takes. The sources are TypeScript with `#src` imports: Node strips the types.
import { makeReport } from '#src/report/make.ts';
import { bubbler, engineer, founder } from '#test/report/personas.ts';

const apps = {
  'Lovable, nothing known': founder,
  'Bubble, 30,000 a month': bubbler,
  'Next.js, Prisma, Postgres': engineer,
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
