import type { Answers } from '#src/quiz/answers.ts';
import { backendOf, UNKNOWN } from '#src/quiz/questions.ts';
import type { RepairId } from '../repairs.ts';
import { missingIndexes, readWhole, statements } from './sql.ts';
import { openTables, rulesElsewhere, rulesPerRow } from './rules-sql.ts';
import { steps } from './steps.ts';

/** Shows that a defect is there, and once it is repaired that it is gone. */
export interface Proof {
  /** What to do, in one or two sentences. */
  readonly how: string;
  /** A query to run, where one shows it; it only reads. */
  readonly sql?: string;
  /** What is seen before the repair, and after it. */
  readonly now: string;
  readonly after: string;
  /** A query that writes the statements of the repair, where SQL alone repairs it. */
  readonly repairs?: string;
}

const EDITOR = 'Run this in the SQL editor of your database.';

function indexes(): Proof {
  return {
    how: `${EDITOR} Use the app for five minutes, then run it again.`,
    sql: readWhole,
    now: '“read_whole” of a long table grows: it was read from its first row to its last.',
    after: '“read_whole” stands still.',
    repairs: missingIndexes,
  };
}

function rules(answers: Answers): Proof {
  if (answers.rules === 'off') {
    return {
      how: EDITOR,
      sql: openTables,
      now: 'It lists every table whose rows anybody with the public key can read.',
      after: 'It lists none.',
    };
  }
  if (answers.rules === 'join') {
    return {
      how: EDITOR,
      sql: rulesElsewhere,
      now: 'It lists every rule that looks into another table, or calls a function of yours, again for each row.',
      after: 'It lists none.',
    };
  }
  return {
    how: EDITOR,
    sql: rulesPerRow,
    now: 'It lists every rule that asks again for each row who the visitor is, with the statement that repairs it.',
    after: 'It lists none.',
  };
}

/** Prisma, Drizzle and pg send the lists themselves; a web API wraps them, so that their rows are not counted. */
const countsStatements = (answers: Answers) =>
  backendOf(answers) === 'postgres' ||
  ['pooler', 'pool', 'each'].includes(answers.connection ?? UNKNOWN);

/** The proof of a repair that fits the app; SQL only where its database speaks it. */
export function proofOf(repair: RepairId, answers: Answers): Proof {
  if (repair === 'add-indexes') return indexes();
  if (repair === 'rules-once') return rules(answers);
  if (repair === 'page-on-server' && countsStatements(answers)) {
    return {
      how: `${EDITOR} Open the longest list of your app, then run it again.`,
      sql: statements,
      now: 'The statement of the list is called again, with more than 50 “rows_each”.',
      after: 'The statement that is called again has at most 50.',
    };
  }
  if (repair === 'join-requests' && countsStatements(answers)) {
    return {
      how: `${EDITOR} Open the screen once, then run it again.`,
      sql: statements,
      now: '“calls” of one statement grows by as many as the list has entries.',
      after: 'No “calls” grows by more than one.',
    };
  }
  if (repair === 'narrow-live' && answers.live === 'poll') return steps['ask-less'];
  return steps[repair];
}
