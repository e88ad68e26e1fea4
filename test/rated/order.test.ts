import { describe, expect, test } from 'vitest';
import { answersSchema } from '#src/quiz/answers.ts';
import { onPath } from '#src/quiz/path.ts';
import { appNamed, apps, inWords } from '#src/rated/apps.ts';
import { broken, CROWDS, orderOf, repairsOf } from '#src/rated/order.ts';
import { makeReport } from '#src/report/make.ts';

const all = Object.entries(apps);

describe.each(all)('The example app “%s”', (_, app) => {
  const { answers } = app;

  test('has only answers that the quiz knows, to questions that fit it', () => {
    expect(answersSchema.safeParse(answers).success).toBe(true);
    expect(onPath(answers)).toEqual(answers);
  });

  test('is told in the words of the quiz, answer by answer', () => {
    const told = inWords(app);
    expect(told).toHaveLength(Object.keys(answers).length);
    for (const { answer } of told) expect(answer).toMatch(/\S{2}/);
  });

  test('gives first at its rated load, and each repair leaves it with as much or more', () => {
    const { gives, end } = orderOf(answers);
    const { load } = makeReport(answers);
    expect(gives[0]?.at).toBe(load.likely);
    const loads = [...gives.map(({ at }) => at), end.at];
    expect(loads).toEqual(loads.toSorted((a, b) => a - b));
    expect(gives.map(({ after }) => after)).toEqual(loads.slice(1));
  });

  test('names a part for each thing that gives', () => {
    const { gives, end } = orderOf(answers);
    expect(gives.length).toBeGreaterThan(1);
    expect(gives.map(({ part }) => part)).not.toContain(undefined);
    expect(end.part).toBeDefined();
  });

  test('breaks more often in a larger crowd, and less often when repaired', () => {
    const built = broken(answers);
    const repaired = broken(answers, repairsOf(answers));
    expect(built).toHaveLength(CROWDS.length);
    expect(built).toEqual(built.toSorted((a, b) => a - b));
    for (const [at, count] of repaired.entries()) expect(count).toBeLessThanOrEqual(built[at] ?? 0);
    expect(repaired).not.toEqual(built);
  });

  test('is told until it bears the largest crowd, and no further', () => {
    const { gives, end } = orderOf(answers);
    const largest = Math.max(...CROWDS);
    expect(end.at).toBeGreaterThanOrEqual(largest);
    for (const { at } of gives) expect(at).toBeLessThan(largest);
  });
});

test('An app that nobody described stops the build and names those there are', () => {
  expect(() => appNamed('forum')).toThrow('shop, booking, community');
});
