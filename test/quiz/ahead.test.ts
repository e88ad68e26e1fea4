import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outcomeOf } from '#src/pages/quiz/_look.ts';
import { type Ahead, ahead } from '#src/quiz/ahead.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { LONGEST_PATH } from '#src/quiz/path.ts';
import { type Place, placeAfter } from '#src/quiz/progress.ts';
import { type QuestionId, questions, UNKNOWN } from '#src/quiz/questions.ts';
import { bubbler, engineer, founder } from '#test/report/personas.ts';
import { answers } from '#test/report/random-answers.ts';

const outcomes = new Map<string, string>();
/** The same, kept: a report takes some milliseconds. */
const outcome = (given: Answers) => {
  const key = JSON.stringify(given);
  const found = outcomes.get(key) ?? outcomeOf(given);
  outcomes.set(key, found);
  return found;
};

/**
 * Goes through the quiz as this person would. The page goes on before anything is known ahead where
 * `knows`, question by question, says so.
 */
function walk(person: Answers, knows: readonly boolean[] = []) {
  let given: Answers = {};
  let place: Place = 'builder';
  let known = ahead(given, outcome);
  const asked: QuestionId[] = [];
  const skipped = new Set<QuestionId>();
  while (place !== 'summary') {
    asked.push(place);
    given = { ...given, [place]: person[place] ?? UNKNOWN };
    known = ahead(given, outcome);
    for (const id of known.needless) skipped.add(id);
    place = placeAfter(given, place, knows[asked.length - 1] === false ? undefined : known);
  }
  return { given, asked, skipped, known };
}

const everyAnswer = (id: QuestionId) => [
  UNKNOWN,
  ...(questions.find((q) => q.id === id)?.options ?? []).map(({ value }) => value),
];

/** Every outcome that an answer to this question leads to, everything else staying as it is. */
const outcomesOf = (given: Answers, id: QuestionId) =>
  new Set(everyAnswer(id).map((value) => outcome({ ...given, [id]: value })));

describe('skipping', { timeout: 120_000 }, () => {
  test('is truthful: any answer to a skipped question keeps grade, first resource and plan', () => {
    fc.assert(
      fc.property(answers, (given) => {
        for (const id of ahead(given, outcome).needless) {
          expect(outcomesOf(given, id)).toEqual(new Set([outcome(given)]));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('asks what matters, and says of the rest that there was no room', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { due, beyond } = ahead(given, outcome);
        const decisive = [...(due ? [due] : []), ...beyond].filter(
          (id) => id !== 'builder' && id !== 'backend',
        );
        for (const id of decisive) expect(outcomesOf(given, id).size).toBeGreaterThan(1);
      }),
      { numRuns: 40 },
    );
  });

  test('passes over today’s users once the target is told, except where they cost workload', () => {
    const lovable = walk({ ...founder, target: '500' });
    expect(lovable.asked).not.toContain('users');
    expect(lovable.skipped).toContain('users');
    expect(walk(bubbler).asked).toContain('users');
  });
});

describe('the number of questions', { timeout: 120_000 }, () => {
  const people: Record<string, Answers> = {
    'a Lovable founder who knows nothing': founder,
    'a Bubble founder': bubbler,
    'an engineer with Prisma and Postgres': engineer,
    'Bolt on Supabase': { builder: 'bolt', backend: 'supabase', target: '100' },
    'v0 on Supabase': { builder: 'v0', backend: 'supabase', target: '2000' },
    'Cursor on Firebase': { builder: 'cursor', backend: 'firebase', firebasePlan: 'blaze' },
    'Replit on its Postgres': { builder: 'replit', backend: 'postgres', target: '500' },
    'somebody who knows nothing at all': {},
  };

  test.each(Object.entries(people))('is 8 to 12 for %s', (_, person) => {
    const { asked } = walk(person);
    expect(asked.length).toBeGreaterThanOrEqual(8);
    expect(asked.length).toBeLessThanOrEqual(LONGEST_PATH);
  });

  test('is never more than twelve where the page goes on before it knows', () => {
    const knows = fc.array(fc.boolean(), { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(answers, knows, (person, steps) => {
        expect(walk(person, steps).asked.length).toBeLessThanOrEqual(LONGEST_PATH);
      }),
      { numRuns: 60 },
    );
  });

  test('is never more than twelve, and leaves out nothing that matters while there is room', () => {
    fc.assert(
      fc.property(answers, (person) => {
        const { asked, known } = walk(person);
        expect(asked.length).toBeLessThanOrEqual(LONGEST_PATH);
        if (asked.length < LONGEST_PATH) expect(known.beyond).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the question that is due', () => {
  /** An outcome that only one question decides. */
  const onlyBy = (id: QuestionId) => (given: Answers) => String(given[id] ?? UNKNOWN);
  const due = (given: Answers, id: QuestionId): Ahead => ahead(given, onlyBy(id));

  test('is the first that matters, and the ones before it are named', () => {
    const known = due({ builder: 'lovable' }, 'list');
    expect(known.due).toBe('list');
    expect(known.needless).toEqual(['supabasePlan', 'rows', 'target', 'users']);
  });

  test('is always the one that decides which questions fit', () => {
    expect(due({}, 'list').due).toBe('builder');
    expect(due({ builder: 'bolt' }, 'list').due).toBe('backend');
  });

  test('is one of the extras where others were skipped', () => {
    expect(due({ builder: 'lovable' }, 'requests').due).toBe('requests');
  });

  test('is none when every other answer leaves the result', () => {
    const known = due({ builder: 'lovable', list: 'all' }, 'list');
    expect(known.due).toBeUndefined();
    expect(known.needless).toHaveLength(11);
  });
});
