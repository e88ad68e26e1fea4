import type { Answers } from './answers.ts';
import type { Step } from './path.ts';
import { backendOf, type QuestionId } from './questions.ts';

/** Words of a question that other words fit better on one tool or database. */
interface Words {
  readonly help?: string;
  readonly why?: string;
  /** By the value of the answer. */
  readonly hints?: Readonly<Record<string, string>>;
}

const bubble: { readonly [Id in QuestionId]?: Words } = {
  rows: {
    help: 'The data type with the most things: orders, messages, posts. Whichever grows with every user.',
    why: 'A list that loads everything grows with this number, on Bubble’s servers and on the visitor’s phone.',
  },
  list: {
    help: 'Open a list in your app, then scroll and search. If the search answers without any wait, the browser has everything.',
    hints: { all: 'every thing of its type; the page filters and sorts what it has' },
  },
  requests: {
    help: 'In the editor, count the searches of one page. One in the cell of a repeating group counts for each cell.',
  },
  cache: {
    why: 'What is asked for hundreds of times and changes once an hour need not be searched for each time.',
    hints: {
      browser: 'the page keeps it in a custom state',
      shared: 'a saved answer that everybody gets, or a service that keeps one',
    },
  },
  slow: {
    why: 'While it waits, the visitor waits, and what takes too long is cut off.',
  },
};

const firebase: { readonly [Id in QuestionId]?: Words } = {
  rows: {
    help: 'The documents of your biggest collection: orders, messages, posts. Whichever grows with every user.',
    why: 'Each document that a screen loads is counted and sent over the visitor’s line, so a list that loads them all grows with this number.',
  },
  list: { hints: { all: 'every document; the app filters and sorts in the browser' } },
  slow: {
    why: 'While it waits it holds a place in the function, which may be cut off.',
  },
};

const supabase: { readonly [Id in QuestionId]?: Words } = {
  indexes: {
    help: 'In Supabase: Database, Indexes. A table with only a “pkey” entry has none of its own.',
  },
};

const postgres: { readonly [Id in QuestionId]?: Words } = {
  connection: { hints: { api: 'PostgREST, Hasura; no database address in the code' } },
};

const lovable: { readonly [Id in QuestionId]?: Words } = {
  supabasePlan: {
    help: 'Lovable keeps your data on Supabase. On Lovable Cloud you may not see the size: then choose “I don’t know”.',
  },
};

const byBackend = { bubble, firebase, supabase, postgres };

/** The question in words that fit the app that these answers describe. */
export function fitted(step: Step, answers: Answers): Step {
  const backend = backendOf(answers);
  const words: Words = {
    ...(backend && byBackend[backend][step.id]),
    ...(answers.builder === 'lovable' && lovable[step.id]),
  };
  const { help = step.help, why = step.why, hints = {} } = words;
  const options = step.options.map((option) => {
    const hint = hints[option.value] ?? option.hint;
    return hint ? { ...option, hint } : option;
  });
  return { ...step, ...(help && { help }), why, options };
}
