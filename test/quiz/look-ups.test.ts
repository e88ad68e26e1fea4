import { describe, expect, it, test } from 'vitest';
import type { Answers } from '#src/quiz/answers.ts';
import { fitted } from '#src/quiz/fitted.ts';
import { lookUpOf } from '#src/quiz/look-ups.ts';
import { order, type Step } from '#src/quiz/path.ts';
import { questions } from '#src/quiz/questions.ts';

const apps: Record<string, Answers> = {
  lovable: { builder: 'lovable' },
  'bolt on Supabase': { builder: 'bolt', backend: 'supabase' },
  'v0 on Supabase': { builder: 'v0', backend: 'supabase' },
  'cursor on Firebase': { builder: 'cursor', backend: 'firebase' },
  'replit on Postgres': { builder: 'replit', backend: 'postgres' },
  bubble: { builder: 'bubble' },
  'own code on Postgres': { builder: 'code', backend: 'postgres' },
  'nothing known': {},
};

/** Everything that a visitor may read about a question before she answers it. */
function wordsOf(step: Step, answers: Answers): string {
  const { title, help, why, options } = fitted(step, answers);
  const { screen, ask } = lookUpOf(step.id, answers) ?? {};
  const cards = options.map(({ label, hint }) => `${label} ${hint ?? ''}`);
  return [title, help, why, screen, ask, ...cards].join('\n');
}

const allWords = (answers: Answers) =>
  order(answers)
    .filter(({ id }) => id !== 'builder' && id !== 'backend')
    .map((step) => wordsOf(step, answers))
    .join('\n');

describe.each(Object.entries(apps))('%s', (_, answers) => {
  it('has a screen for every question but those that only the founder can answer', () => {
    for (const { id } of order(answers)) {
      expect(lookUpOf(id, answers) !== undefined).toBe(!['builder', 'target', 'slow'].includes(id));
    }
  });
});

const foreign: [string, Answers, RegExp][] = [
  ['Bubble', { builder: 'bubble' }, /SQL|supabase|firebase|postgres|policy|React|Redis|index/i],
  ['Firebase', { builder: 'code', backend: 'firebase' }, /\bSQL|supabase|postgres|bubble|polic/i],
  ['Postgres', { builder: 'code', backend: 'postgres' }, /supabase-js|firebase|bubble|lovable/i],
  ['Lovable', { builder: 'lovable' }, /firebase|bubble|neon|replit|vercel|port 6543/i],
  ['v0 on Supabase', { builder: 'v0', backend: 'supabase' }, /firebase|bubble|lovable|replit/i],
];

test.each(foreign)('%s is told nothing of other tools', (_, answers, words) => {
  expect(allWords(answers)).not.toMatch(words);
});

test('words that fit change no answer and no title', () => {
  for (const answers of Object.values(apps)) {
    for (const step of order(answers)) {
      const own = fitted(step, answers);
      expect(own.title).toBe(step.title);
      expect(own.options.map(({ value, label }) => [value, label])).toEqual(
        step.options.map(({ value, label }) => [value, label]),
      );
    }
  }
});

test('what is pasted into a chat asks for an answer only', () => {
  for (const { id } of questions) {
    const { ask } = lookUpOf(id, { builder: 'cursor', backend: 'supabase' }) ?? {};
    if (ask) expect(ask).toMatch(/change nothing/i);
  }
});
