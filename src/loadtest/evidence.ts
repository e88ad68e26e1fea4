import { ERROR_SHARE, SLOW_SECONDS } from '#src/capacity/rating.ts';
import type { Answers } from '#src/quiz/answers.ts';
import type { QuestionId } from '#src/quiz/questions.ts';
import type { LoadResult } from './result.ts';

/** What the test saw at a number of users at once. */
interface Observation {
  readonly users: number;
  /** Seconds that 95 of 100 screens stay below. */
  readonly p95: number;
  readonly failed: number;
  /** Too slow, or too many failures: the app gives here. */
  readonly gives: boolean;
}

export interface Evidence {
  /** The answers with those that were measured in place of those that were told. */
  readonly answers: Answers;
  /** Which answers are measured, and what was seen. */
  readonly measured: { readonly [Id in QuestionId]?: string };
  readonly observations: readonly Observation[];
  /** Most users at once that it held, and fewest at which it gave; 0 and Infinity where not seen. */
  readonly held: number;
  readonly gave: number;
}

/** Most entries that belong to one page of a list, and the most that Supabase's web API returns at all. */
const PAGE = 100;
const API_ROWS = 1_000;

/** Upper ends of the answers to the question on rows, ascending. */
const ROWS = [
  ['1k', 1_000],
  ['10k', 10_000],
  ['100k', 100_000],
  ['1m', 1_000_000],
  ['more', Infinity],
] as const;

const number = (value: number) => value.toLocaleString('en');

type Measured = { value: Answers; seen: { [Id in QuestionId]?: string } };

function measureList({ value, seen }: Measured, entries: number): void {
  const at = ROWS.findIndex(([answer]) => answer === value.rows);
  const least = at > 0 ? (ROWS[at - 1]?.[1] ?? 0) : Infinity;
  const longest = `The longest list had ${number(entries)} entries`;
  value.list = entries >= API_ROWS || entries >= least ? 'all' : entries > PAGE ? 'own' : 'page';
  seen.list = longest;
  if (at >= 0 && entries > (ROWS[at]?.[1] ?? 0)) {
    value.rows = ROWS.find(([, end]) => entries <= end)?.[0] ?? 'more';
    seen.rows = `${longest}, so the table has at least as many`;
  }
}

/** A cache in the browser cannot be seen from outside, so only what contradicts or proves a shared one counts. */
function measureCache({ value, seen }: Measured, cached: number): void {
  const answer =
    cached >= 0.8 ? 'shared' : cached <= 0.2 && value.cache === 'shared' ? 'database' : undefined;
  if (!answer) return;
  value.cache = answer;
  seen.cache = `${Math.round(cached * 100)} of 100 answers came from a cache on the way`;
}

/** What a load test says about the app, beside the answers that were told. */
export function evidenceOf(result: LoadResult, told: Answers): Evidence {
  const measured: Measured = { value: { ...told }, seen: {} };
  if (result.entries) measureList(measured, result.entries);
  if (result.cached !== undefined) measureCache(measured, result.cached);
  const observations = result.levels
    .map(({ users, p95, failed }) => ({
      users,
      p95: p95 / 1000,
      failed,
      gives: p95 / 1000 > SLOW_SECONDS || failed > ERROR_SHARE,
    }))
    .sort((a, b) => a.users - b.users);
  const gave = observations.find(({ gives }) => gives)?.users ?? Infinity;
  return {
    answers: measured.value,
    measured: measured.seen,
    observations,
    held: Math.max(
      0,
      ...observations.filter(({ users }) => users < gave).map(({ users }) => users),
    ),
    gave,
  };
}
