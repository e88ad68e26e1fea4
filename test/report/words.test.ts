import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firebase, firebasePlans } from '#src/capacity/constants/firebase.ts';
import { RESOURCES } from '#src/capacity/rating.ts';
import { AREAS } from '#src/quiz/questions.ts';
import { beyondSentence } from '#src/report/beyond-words.ts';
import { makeReport } from '#src/report/make.ts';
import { repairWords } from '#src/report/repair-words.ts';
import { repairIds } from '#src/report/repairs.ts';
import { type Report, GRADES } from '#src/report/report.ts';
import {
  areaSentence,
  areaWords,
  atOnce,
  bandSentence,
  firstToGive,
  gradeWords,
  inUsers,
  resourceWords,
  riskSentence,
  sentence,
  stepSentence,
  sureSentence,
  sustainedSentence,
  todaySentence,
} from '#src/report/words.ts';
import { bubbler, engineer, founder } from './personas.ts';
import { answers } from './random-answers.ts';

const all = { low: 340, likely: 340, high: 340 };
const report = (changes: Partial<Report>): Report => ({
  ...makeReport({}),
  target: { users: 5_000, provenance: 'told' },
  load: all,
  ...changes,
});

describe('a number of users', () => {
  test.each([
    [0, '1'],
    [1, '1'],
    [9, '9'],
    [57, '57'],
    [340, '340'],
    [4_200, '4,200'],
    [43_210, '43,000'],
    [99_000, '99,000'],
    [100_000, '100,000+'],
  ])('%i is written “%s”', (count, written) => {
    expect(inUsers(count)).toBe(written);
  });

  test('reads as people say it', () => {
    expect(atOnce(1)).toBe('a single user');
    expect(atOnce(340)).toBe('about 340 users at once');
    expect(atOnce(100_000)).toBe('100,000+ users at once');
  });
});

describe('the sentences', () => {
  test('say where it gives and what is planned for', () => {
    expect(sentence(report({}))).toBe('Gives at about 340 users at once; you plan for 5,000.');
    expect(sentence(report({ load: { ...all, likely: 100_000 } }))).toBe(
      'Holds 100,000+ users at once; you plan for 5,000.',
    );
    expect(sentence(report({ target: { users: 500, provenance: 'assumed' } }))).toBe(
      'Gives at about 340 users at once; we rated it for 500, since you named no number.',
    );
  });

  test('say the risk as a count of apps', () => {
    expect(riskSentence(report({ risk: 83 }))).toBe(
      'In 83 of 100 apps with your answers, 5,000 users at once would break it.',
    );
    expect(riskSentence(report({ risk: 0 }))).toMatch(/^None of 100 apps/);
    expect(riskSentence(report({ risk: 100 }))).toMatch(/^All of 100 apps/);
  });

  test('say the band, today and what is left without burst', () => {
    expect(bandSentence({ low: 120, likely: 340, high: 2_100 })).toBe(
      'Eight in ten apps with your answers lie between 120 and 2,100.',
    );
    expect(bandSentence({ low: 1, likely: 1, high: 1 })).toMatch(/lie at 1\.$/);
    expect(todaySentence(report({ today: { low: 1, likely: 1, high: 2 } }))).toMatch(/one person/);
    expect(sustainedSentence(report({ sustained: { ...all, likely: 79 } }))).toMatch(
      /about 79 users/,
    );
    expect(sustainedSentence(makeReport(engineer))).toBeUndefined();
  });

  test('say what a repair brings, also where it moves no middle', () => {
    const step = { repair: 'add-indexes', before: 340, after: 900, helps: 70 } as const;
    expect(stepSentence(step)).toBe('From about 340 users at once to 900.');
    expect(stepSentence({ ...step, after: 340, helps: 20 })).toMatch(/^Helps 20 of 100 apps/);
    expect(stepSentence({ ...step, after: 340, waits: true })).toMatch(/until the next is done/);
  });

  test('are whole sentences for any answers, without a gap in them', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const rated = makeReport(given);
        const said = [
          sentence(rated),
          riskSentence(rated),
          bandSentence(rated.load),
          sureSentence(rated),
          sustainedSentence(rated) ?? 'None.',
          todaySentence(rated) ?? 'None.',
          ...rated.plan.map(stepSentence),
          ...rated.beyond.map((one) => beyondSentence(rated, one)),
          ...AREAS.map((area) => areaSentence(rated, area)),
        ];
        for (const each of said) {
          expect(each).toMatch(/^[A-Z].*\.$/);
          expect(each).not.toMatch(/undefined|NaN|Infinity| {2}/);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('the words', () => {
  test('name every resource, grade, area and repair, in calm words', () => {
    const said = [
      ...RESOURCES.flatMap((resource) => Object.values(resourceWords(resource, {}))),
      ...GRADES.flatMap((grade) => Object.values(gradeWords[grade])),
      ...AREAS.flatMap((area) => Object.values(areaWords[area])),
      ...repairIds.flatMap((repair) => Object.values(repairWords(repair, {})).flat()),
    ];
    for (const each of said) {
      expect(each.length).toBeGreaterThan(2);
      expect(each).not.toMatch(/!|disaster|catastroph|crash|invalid|please|fail to/i);
    }
  });

  test('fit the platform', () => {
    expect(firstToGive(makeReport(founder))).toBe('The database’s processor');
    expect(firstToGive(makeReport(bubbler))).toBe('Bubble’s servers');
    expect(firstToGive(makeReport(engineer))).toBe('Database connections');
    expect(resourceWords('quota', { backend: 'firebase' }).name).toMatch(/Firestore/);
  });

  test('tell a vendor’s limit as the constants have it', () => {
    const reads = firebase.freeReads.toLocaleString('en');
    expect(repairWords('pay-as-you-go', {}).means).toContain(reads);
    expect(firebasePlans.spark.dailyReads).toBe(firebase.freeReads);
  });

  test('fit the answer', () => {
    expect(repairWords('narrow-live', { live: 'poll' }).defect).toMatch(/asks again/);
    expect(repairWords('narrow-live', { live: 'table' }).defect).toMatch(/everybody/);
    expect(repairWords('use-cdn', { delivery: 'large' }).defect).toMatch(/Pictures/);
    expect(repairWords('rules-once', { rules: 'off' }).defect).toMatch(/No rule/);
  });
});
