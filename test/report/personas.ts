import type { Answers } from '#src/quiz/answers.ts';

/** Three people who take the quiz. */
export const founder: Answers = {
  builder: 'lovable',
  supabasePlan: 'unknown',
  rows: 'unknown',
  users: '1k',
  target: '500',
  list: 'unknown',
  indexes: 'unknown',
  rules: 'unknown',
  cache: 'unknown',
  delivery: 'unknown',
  slow: 'unknown',
  live: 'unknown',
};

export const bubbler: Answers = {
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
};

export const engineer: Answers = {
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
};
