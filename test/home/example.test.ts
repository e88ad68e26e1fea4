import { expect, test } from 'vitest';
import { causes, sound } from '#src/home/causes.ts';
import { example, inWords } from '#src/home/example.ts';
import { answersSchema } from '#src/quiz/answers.ts';
import { onPath, path } from '#src/quiz/path.ts';
import { makeReport } from '#src/report/make.ts';

test('the example answers exactly the questions that it would be asked', () => {
  expect(Object.keys(example).toSorted()).toEqual(
    path(example)
      .map(({ id }) => id)
      .toSorted(),
  );
  expect(onPath(example)).toEqual(example);
});

test('each of its answers is told in the words of the quiz', () => {
  for (const { answer, choices } of inWords) {
    expect(choices.map(({ label }) => label)).toContain(answer);
  }
});

test('every answer of the sound app and of the six causes is one that the quiz knows', () => {
  for (const { defect } of causes) {
    expect(answersSchema.safeParse({ ...sound, ...defect }).success).toBe(true);
  }
});

test('each cause leaves the sound app with no more load, and differs from it in one answer', () => {
  const rated = makeReport(sound).load.likely;
  for (const { defect } of causes) {
    expect(Object.keys(defect)).toHaveLength(1);
    expect(makeReport({ ...sound, ...defect }).load.likely).toBeLessThanOrEqual(rated);
  }
});
