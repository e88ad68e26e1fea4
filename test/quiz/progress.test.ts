import { describe, expect, it } from 'vitest';
import type { Ahead } from '#src/quiz/ahead.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { path } from '#src/quiz/path.ts';
import {
  countOf,
  firstOpen,
  placeAfter,
  placeBefore,
  reachable,
  skippedBefore,
} from '#src/quiz/progress.ts';

/** Everything answered by "I don't know" that the given answers lead to. */
function complete(answers: Answers): Answers {
  const open = firstOpen(answers);
  return open ? complete({ ...answers, [open.id]: 'unknown' }) : answers;
}

const load = { low: 10, likely: 100, high: 1_000 };
const known = (rest: Partial<Ahead>): Ahead => ({ load, needless: [], beyond: [], ...rest });

describe('the way through the quiz', () => {
  it('goes on in the plain order while nothing is known ahead', () => {
    expect(placeAfter({ builder: 'bolt' }, 'builder', undefined)).toBe('backend');
    expect(placeAfter({ builder: 'lovable' }, 'builder', undefined)).toBe('supabasePlan');
  });

  it('goes on to the question that is due', () => {
    const given: Answers = { builder: 'lovable', supabasePlan: 'free', rows: '1k', target: '100' };
    expect(placeAfter(given, 'target', known({ due: 'list', needless: ['users'] }))).toBe('list');
    expect(placeAfter(given, 'target', undefined)).toBe('users');
  });

  it('goes on to the next question although it is answered already', () => {
    expect(placeAfter(complete({ builder: 'bolt' }), 'builder', known({}), true)).toBe('backend');
  });

  it('does not stop at a question that was skipped on the way back', () => {
    const { users: _, ...given } = complete({ builder: 'lovable' });
    expect(placeAfter(given, 'target', known({ needless: ['users'] }), true)).toBe('list');
    expect(placeBefore(given, 'list')).toBe('target');
  });

  it('goes on to what is due from a question that came late, over all that has its answer', () => {
    const { live: _, ...given } = complete({ builder: 'lovable' });
    expect(placeAfter(given, 'users', known({ due: 'live' }))).toBe('live');
    expect(placeAfter(given, 'users', known({}))).toBe('summary');
    expect(placeAfter(given, 'users', known({ due: 'live' }), true)).toBe('list');
  });

  it('comes back for a question that a changed answer opened', () => {
    const { backend: _, ...before } = complete({ builder: 'bolt' });
    expect(placeAfter(before, 'live', known({ due: 'backend' }))).toBe('backend');
    expect(placeAfter(before, 'live', undefined)).toBe('backend');
  });

  it('ends at the summary when nothing is due', () => {
    const given = complete({});
    const last = path(given).at(-1)?.id ?? 'builder';
    expect(placeAfter(given, last, undefined)).toBe('summary');
    expect(placeAfter({ builder: 'bolt' }, 'builder', known({}))).toBe('summary');
  });

  it('leads back question by question, from the summary to the last one', () => {
    const answers = complete({ builder: 'lovable' });
    expect(placeBefore(answers, 'summary')).toBe(path(answers).at(-1)?.id);
    expect(placeBefore(answers, 'supabasePlan')).toBe('builder');
    expect(placeBefore(answers, 'builder')).toBeUndefined();
  });

  it('resumes where it was, and at the first open question where that is no longer asked', () => {
    expect(reachable({ builder: 'bolt' }, 'rows')).toBe('rows');
    expect(reachable({ builder: 'lovable' }, 'backend')).toBe('supabasePlan');
    expect(reachable({}, undefined)).toBe('builder');
    expect(reachable({}, 'nonsense')).toBe('builder');
  });

  it('resumes at a question that stands beyond the path, once it was asked', () => {
    expect(reachable({ builder: 'lovable' }, 'requests')).toBe('requests');
  });

  it('ends after twelve questions, of which those do not count that code has answered', () => {
    const twelve: Answers = {
      ...complete({ builder: 'lovable' }),
      requests: 'few',
      users: undefined,
    };
    const asked = Object.values(twelve).filter((answer) => answer !== undefined);
    expect(asked).toHaveLength(12);
    for (const ahead of [undefined, known({ due: 'users' })]) {
      expect(placeAfter(twelve, 'requests', ahead)).toBe('summary');
      const found = { requests: { value: 'few', lines: [] } };
      expect(placeAfter(twelve, 'requests', ahead, false, found)).toBe('users');
      const overridden = { requests: { value: 'many', lines: [] } };
      expect(placeAfter(twelve, 'requests', ahead, false, overridden)).toBe('summary');
    }
  });

  it('shows the summary only when the app is known', () => {
    expect(reachable({}, 'summary')).toBe('builder');
    expect(reachable({ builder: 'bolt' }, 'summary')).toBe('backend');
    expect(reachable({ builder: 'lovable' }, 'summary')).toBe('summary');
  });

  it('is due where the path has a gap, as long as nobody knows better', () => {
    const given: Answers = { builder: 'lovable' };
    expect(placeAfter(given, 'builder', undefined)).toBe('supabasePlan');
    expect(placeAfter(given, 'builder', known({ due: 'rows' }))).toBe('rows');
    expect(placeAfter(given, 'builder', known({}))).toBe('summary');
  });
});

describe('“Question 3 of 12”', () => {
  it('counts what was asked, not what was skipped', () => {
    const given: Answers = { builder: 'lovable', supabasePlan: 'free' };
    expect(countOf(given, 'rows', undefined)).toEqual({ at: 3, total: 12 });
    expect(countOf(given, 'target', known({ needless: ['rows'] }))).toEqual({ at: 3, total: 12 });
  });

  it('gets shorter when no other question takes the place of a skipped one', () => {
    const given: Answers = { builder: 'bubble', bubblePlan: 'free' };
    expect(countOf(given, 'target', known({ needless: ['rows', 'cache'] })).total).toBe(9);
  });

  it('is the same before and after the answer', () => {
    const given: Answers = { builder: 'lovable', supabasePlan: 'free' };
    expect(countOf({ ...given, rows: '1m' }, 'rows', undefined)).toEqual({ at: 3, total: 12 });
  });
});

describe('what was left out', () => {
  const given: Answers = { builder: 'lovable', supabasePlan: 'free', rows: '1m', target: '500' };
  const ids = (answers: Answers, place: 'list' | 'indexes' | 'summary', of: Ahead) =>
    skippedBefore(answers, place, of).map(({ id }) => id);

  it('is named at the question after it', () => {
    expect(ids(given, 'list', known({ needless: ['users'] }))).toEqual(['users']);
  });

  it('is not named again further on', () => {
    expect(ids({ ...given, list: 'all' }, 'indexes', known({ needless: ['users'] }))).toEqual([]);
  });

  it('is named at the end where nothing is asked after it', () => {
    const { live: _, requests: __, ...rest } = complete({ builder: 'lovable' });
    expect(ids(rest, 'summary', known({ needless: ['live', 'requests'] }))).toEqual([
      'live',
      'requests',
    ]);
  });
});
