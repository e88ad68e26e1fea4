import { expect, it } from 'vitest';
import { choiceOfKey, choicesOf, labelOf } from '#src/quiz/choices.ts';
import { questions, UNKNOWN } from '#src/quiz/questions.ts';

it.each(questions)('“$title” can be answered with the keys 1–9, and 0 for “I don’t know”', (q) => {
  q.options.forEach((option, at) => {
    expect(choiceOfKey(q, String(at + 1))?.value).toBe(option.value);
  });
  expect(choiceOfKey(q, '0')?.value).toBe(UNKNOWN);
  expect(choicesOf(q).every((choice) => /^\d$/.test(choice.key))).toBe(true);
});

it.each(['', ' ', 'a', '-', '10', 'Enter', 'F1'])('The key “%s” chooses nothing', (key) => {
  expect(choiceOfKey(questions[0], key)).toBeUndefined();
});

it('A number beyond the last card chooses nothing', () => {
  const question = questions.find((q) => q.id === 'backend');
  expect(question && choiceOfKey(question, '9')).toBeUndefined();
});

it('An answer is told in the words of its card', () => {
  expect(labelOf(questions[0], 'v0')).toBe('v0');
  expect(labelOf(questions[0], 'unknown')).toBe('I don’t know');
});
