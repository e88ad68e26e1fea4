import type { Answers } from '#src/quiz/answers.ts';
import { labelOf } from '#src/quiz/choices.ts';
import { type Question, questions } from '#src/quiz/questions.ts';

/** An app that articles rate as an example: nobody's in particular, with everything that the quiz asks told. */
interface App {
  /** In a sentence: “a shop made with Lovable”. */
  readonly name: string;
  readonly answers: Answers;
}

const everybody = { rows: '100k', users: '1k', target: '10000' } as const;

/** The usual ways in which such apps are built, with the habits that their tools leave. */
export const apps = {
  shop: {
    name: 'a shop made with Lovable, on Supabase',
    answers: {
      ...everybody,
      builder: 'lovable',
      supabasePlan: 'micro',
      list: 'own',
      indexes: 'no',
      rules: 'join',
      requests: 'many',
      cache: 'database',
      delivery: 'large',
      slow: 'no',
      live: 'no',
    },
  },
  booking: {
    name: 'a booking app in Next.js, with Prisma on a small Postgres',
    answers: {
      ...everybody,
      builder: 'cursor',
      backend: 'postgres',
      postgresPlan: 'small',
      list: 'page',
      indexes: 'some',
      requests: 'each',
      cache: 'database',
      delivery: 'cdn',
      connection: 'each',
      slow: 'short',
      live: 'no',
    },
  },
  community: {
    name: 'a community made with Bolt, on Firebase’s free plan',
    answers: {
      ...everybody,
      builder: 'bolt',
      backend: 'firebase',
      firebasePlan: 'spark',
      list: 'all',
      requests: 'many',
      cache: 'browser',
      delivery: 'cdn',
      slow: 'no',
      live: 'table',
    },
  },
} as const satisfies Record<string, App>;

/** @throws {Error} that lists the apps there are. */
export function appNamed(id: string): App {
  if (Object.hasOwn(apps, id)) return apps[id as keyof typeof apps];
  throw new Error(`No app “${id}” is described. Choose one of: ${Object.keys(apps).join(', ')}`);
}

/** What is told of an app, in the words of the quiz. */
export const inWords = ({ answers }: App) =>
  questions.flatMap((question: Question) => {
    const answer = answers[question.id as keyof Answers];
    return answer === undefined
      ? []
      : [{ question: question.title, answer: labelOf(question, answer) }];
  });
