import { describe, expect, it } from 'vitest';
import type { Answers } from '#src/quiz/answers.ts';
import { path } from '#src/quiz/path.ts';
import { firstOpen, placeAfter, placeBefore, reachable } from '#src/quiz/progress.ts';

/** Everything answered by "I don't know" that the given answers lead to. */
function complete(answers: Answers): Answers {
  const open = firstOpen(answers);
  return open ? complete({ ...answers, [open.id]: 'unknown' }) : answers;
}

describe('the way through the quiz', () => {
  it('goes on to the question after this one', () => {
    expect(placeAfter({ builder: 'bolt' }, 'builder')).toBe('backend');
    expect(placeAfter({ builder: 'lovable' }, 'builder')).toBe('supabasePlan');
  });

  it('goes on to the next question although it is answered already', () => {
    expect(placeAfter(complete({ builder: 'bolt' }), 'builder')).toBe('backend');
  });

  it('comes back for a question that a changed answer opened', () => {
    const before = complete({ builder: 'lovable' });
    expect(placeAfter({ ...before, builder: 'bolt' }, 'live')).toBe('backend');
  });

  it('ends at the summary when every question has an answer', () => {
    expect(placeAfter(complete({}), path(complete({})).at(-1)?.id ?? 'builder')).toBe('summary');
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

  it('shows the summary only when nothing is open', () => {
    expect(reachable({ builder: 'bolt' }, 'summary')).toBe('backend');
    expect(reachable(complete({}), 'summary')).toBe('summary');
  });
});
