import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sample } from '#src/capacity/app.ts';
import { draw } from '#src/capacity/draw.ts';
import { breaks, load } from '#src/capacity/limits.ts';
import { LOAD_RANGE, RESOURCES, SLOW_SECONDS } from '#src/capacity/rating.ts';
import { rig } from '#src/capacity/rig.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { appOf } from '#src/quiz/app.ts';
import { beyondWords } from '#src/report/beyond-words.ts';
import { makeReport } from '#src/report/make.ts';
import { mend } from '#src/report/mend.ts';
import { type RepairId, repairIds } from '#src/report/repairs.ts';
import { scenarioOf } from '#src/report/scenario.ts';
import { atOnce, sentence } from '#src/report/words.ts';
import { app } from '#test/capacity/random-app.ts';
import { bubbler, engineer, founder } from './personas.ts';
import { answers } from './random-answers.ts';

const SLOW_TEST = { timeout: 60_000 };

/** Every number anywhere in a value. */
function numbers(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbers) : [];
}

/** Users at which an app gives, not rounded as a rated load is. */
const gives = (sample: Sample) =>
  Math.min(Math.max(Math.min(...breaks(rig(sample))), LOAD_RANGE.min), LOAD_RANGE.max);

/**
 * Users are found by halves and a straight line between the last two, which is off by less than a
 * thousandth; here two such numbers are compared.
 */
const FOUND = 0.998;

const holds = ({ slow, setting }: Sample) => slow > 0 && setting.slowHolds === 'yes';

/**
 * What is left of a load at the least: all of it, but where slow calls hold the places. There a quicker
 * screen lets users come back sooner with theirs, by the three seconds of a cycle that a screen may take,
 * and fewer of them wait unseen at the door of a busy database, a tenth at most. So it is in the model and
 * in such apps; a report counts none of it as a loss.
 */
function least(sample: Sample): number {
  const { think } = sample.setting;
  return holds(sample) ? (0.9 * think) / (think + SLOW_SECONDS) : FOUND;
}

describe('a repair', SLOW_TEST, () => {
  /** Waits of one user among two or three are taken for a straight line, which may be off by one of them. */
  const ONE = 1;

  /**
   * Two corners of the random apps that no answers describe. The laboratory's pooler lets users in one by
   * one; a vendor's does not. Polls that are much lighter than screens are averaged with them, so that
   * fewer polls leave heavier visits.
   */
  const isCorner = (repair: RepairId, { live, setting }: Sample) =>
    (repair === 'pool-connections' && setting.poolerConnect > 0) ||
    (repair === 'narrow-live' && live === 'poll');

  test('never lowers the load of any app', () => {
    fc.assert(
      fc.property(app, fc.constantFrom(...repairIds), (description, repair) => {
        draw(description).forEach((sample, i) => {
          if (i % 20 !== 3 || isCorner(repair, sample)) return;
          const mended = gives(mend[repair](sample, i));
          expect(mended).toBeGreaterThanOrEqual(least(sample) * gives(sample) - ONE);
        });
      }),
      { numRuns: 600 },
    );
  });

  test('never lowers the load of an app that answers describe, alone or after others', () => {
    fc.assert(
      fc.property(answers, fc.shuffledSubarray(repairIds), (given, order) => {
        draw(appOf(given)).forEach((sample, i) => {
          let current = sample;
          for (const repair of order) {
            const mended = mend[repair](current, i);
            expect(gives(mended)).toBeGreaterThanOrEqual(least(current) * gives(current));
            current = mended;
          }
        });
      }),
      { numRuns: 100 },
    );
  });

  test('of the pool and of the server come to the same in either order', () => {
    fc.assert(
      fc.property(answers, (given) => {
        draw(appOf({ ...given, connection: 'each' })).forEach((sample, i) => {
          for (const larger of ['bigger-plan', 'bigger-server'] as const) {
            const pooled = mend['pool-connections'](mend[larger](sample, i), i);
            expect(mend[larger](mend['pool-connections'](sample, i), i)).toEqual(pooled);
          }
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('a pooler', SLOW_TEST, () => {
  test('in place of a connection for each request never lowers the load', () => {
    // A vendor's pooler lets everybody in at once; only the laboratory's has a single thread.
    const each = app.map((description) => ({
      ...description,
      connect: 'each' as const,
      poolerConnect: 0,
    }));
    fc.assert(
      fc.property(each, (description) => {
        draw({ plan: 'supabase-free', ...description }).forEach((sample, i) => {
          if (i % 20 !== 3) return;
          const pooled = mend['pool-connections'](sample, i);
          expect(load(rig(pooled))).toBeGreaterThanOrEqual(load(rig(sample)));
        });
      }),
      { numRuns: 200 },
    );
  });

  test('bears calls that hold a place for five seconds at least as well', () => {
    const holding = { slow: 0.1, slowSeconds: 5, slowHolds: 'yes', slowRate: 1e6 } as const;
    draw({ plan: 'supabase-free', connect: 'each', ...holding }).forEach((sample, i) => {
      const pooled = mend['pool-connections'](sample, i);
      expect(load(rig(pooled))).toBeGreaterThanOrEqual(load(rig(sample)));
    });
  });
});

describe('any report', SLOW_TEST, () => {
  test('has finite numbers only, none below zero, and loads on the ruler', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const report = makeReport(given);
        for (const number of numbers(report)) {
          expect(Number.isFinite(number)).toBe(true);
          expect(number).toBeGreaterThanOrEqual(0);
        }
        for (const { low, likely, high } of [report.load, report.repaired]) {
          expect(low).toBeGreaterThanOrEqual(LOAD_RANGE.min);
          expect(likely).toBeGreaterThanOrEqual(low);
          expect(high).toBeGreaterThanOrEqual(likely);
          expect(high).toBeLessThanOrEqual(LOAD_RANGE.max);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('never contradicts itself: score, plate, grades, sentence, plan and curve are of one mind', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const report = makeReport(given);
        const { load: rated, target, risk, areas, defects, beyond, plan } = report;
        const gives = rated.likely < target.users;
        expect(sentence(report)).toContain(atOnce(rated.likely));
        expect(risk >= 50).toBe(gives);
        if (gives) expect(report.gives[0]?.share).toBeGreaterThan(0);

        // Who gives below the target has a grade that says so, and something to do about it.
        const told = [...defects, ...beyond];
        expect(told.some(({ grade }) => grade === 'dangerous')).toBe(gives);
        expect(areas.some(({ grade }) => grade === 'dangerous')).toBe(gives);
        expect(plan.length + beyond.length > 0 || risk === 0).toBe(true);

        // Each app of the score counts in an area, and no other app does.
        const summed = areas.reduce((sum, area) => sum + area.risk, 0);
        expect(summed).toBeGreaterThanOrEqual(risk);
        for (const { area, risk: part, grade } of areas) {
          expect(part).toBeLessThanOrEqual(risk);
          if (part >= 50) expect(grade).toBe('dangerous');
          if (part > 0) expect(['dangerous', 'major', 'minor']).toContain(grade);
          const own = told.filter((one) => one.area === area).map((one) => one.grade);
          for (const worst of ['dangerous', 'major', 'minor'] as const) {
            if (own.includes(worst)) {
              expect(grade).toBe(worst);
              break;
            }
          }
        }

        // What is beyond repair is what is left of the risk when all is repaired.
        const left = beyond.reduce((sum, { breaks }) => sum + breaks, 0);
        expect(left).toBe(scenarioOf(report).risk);
        for (const { breaks } of beyond) expect(breaks).toBeGreaterThan(0);

        const inPlan = new Set(plan.map(({ repair }) => repair));
        for (const { repair, grade } of defects)
          expect(inPlan.has(repair)).toBe(grade !== 'advisory');
        expect(plan[0]?.before ?? rated.likely).toBe(rated.likely);
        expect(plan[plan.length - 1]?.after ?? rated.likely).toBe(report.repaired.likely);
        for (const step of plan) {
          expect(step.after).toBeGreaterThanOrEqual(step.before);
          expect(step.helps).toBeGreaterThanOrEqual(10);
        }
        expect(plan.at(-1)?.waits).toBeUndefined();
        for (const [curve, at] of [
          [report.curve.today, rated],
          [report.curve.repaired, report.repaired],
        ] as const) {
          for (const point of curve) {
            if (point.users > 1.12 * at.likely + 1) {
              expect(point.likely).toBeGreaterThan(0.97 * SLOW_SECONDS);
            }
            if (point.users <= at.likely && at.likely > 1) {
              expect(point.likely).toBeLessThan(1.03 * SLOW_SECONDS);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('has curves that never fall', () => {
    fc.assert(
      fc.property(answers, (given) => {
        for (const curve of Object.values(makeReport(given).curve)) {
          for (const [i, point] of curve.entries()) {
            for (const key of ['low', 'likely', 'high'] as const) {
              expect(point[key]).toBeGreaterThanOrEqual((curve[i - 1]?.[key] ?? 0) * (1 - 1e-6));
            }
            expect(point.high).toBeGreaterThanOrEqual(point.low);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('is the same whatever the order in which the questions were answered', () => {
    const shuffled = answers.chain((given) => {
      const entries = Object.entries(given);
      return fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray(entries, { minLength: entries.length }),
      );
    });
    fc.assert(
      fc.property(shuffled, ([given, order]) => {
        const turned = Object.fromEntries(order) as Answers;
        const { answers: _, ...report } = makeReport(given);
        const { answers: __, ...same } = makeReport(turned);
        expect(same).toEqual(report);
      }),
      { numRuns: 40 },
    );
  });
});

describe('two repairs that hide one another', () => {
  /** The whole table travels, and the plan's share is used up: each gives at a single user. */
  const stuck: readonly Answers[] = [
    {
      builder: 'bubble',
      bubblePlan: 'free',
      target: '25',
      list: 'all',
      requests: 'each',
      cache: 'browser',
      delivery: 'cdn',
      connection: 'pool',
    },
    {
      builder: 'bubble',
      bubblePlan: 'free',
      target: '500',
      rows: 'more',
      list: 'all',
      requests: 'few',
      slow: 'long',
      live: 'poll',
    },
    {
      backend: 'firebase',
      firebasePlan: 'spark',
      target: '2000',
      rows: '1m',
      users: '10k',
      list: 'all',
      slow: 'no',
      live: 'poll',
    },
  ];

  test.each(stuck)('are both in the plan: %o', (given) => {
    const { load: rated, repaired, plan, defects } = makeReport(given);
    expect(rated.likely).toBe(1);
    const [first, second] = plan;
    expect(first).toMatchObject({ before: 1, after: 1, waits: true });
    expect(plan.map(({ repair }) => repair)).toContain('page-on-server');
    expect(second?.helps).toBe(first?.helps);
    expect(repaired.likely).toBeGreaterThan(100);
    expect(defects.filter(({ grade }) => grade === 'dangerous').length).toBeGreaterThan(1);
  });
});

describe('what no repair mends', () => {
  const beyondOf = (given: Answers) => makeReport(given).beyond;
  const fine: Answers = {
    builder: 'bubble',
    bubblePlan: 'team',
    rows: '100k',
    users: 'none',
    target: '10000',
    list: 'page',
    requests: 'few',
    cache: 'shared',
    delivery: 'cdn',
    slow: 'no',
    live: 'no',
  };

  test('is charged to the area of the part that gives, with a grade and words', () => {
    const report = makeReport(fine);
    expect(report.load.likely).toBeLessThan(10_000);
    expect(report.beyond[0]).toMatchObject({
      area: 'logic',
      resource: 'function',
      grade: 'dangerous',
    });
    expect(report.areas.find(({ area }) => area === 'logic')).toMatchObject({
      grade: 'dangerous',
      risk: report.beyond[0]?.breaks,
    });
    expect(report.beyond.map((one) => beyondWords(one, fine).title)[0]).toMatch(/Bubble/);
  });

  test('is nothing where the repairs hold the target', () => {
    expect(beyondOf({ ...fine, target: '25' })).toEqual([]);
  });

  test('has words for every part on every platform', () => {
    for (const backend of ['supabase', 'firebase', 'postgres', undefined] as const) {
      for (const given of [{ backend }, { builder: 'bubble' }] as const) {
        for (const resource of RESOURCES) {
          const words = beyondWords({ resource, area: 'logic', breaks: 1, grade: 'minor' }, given);
          for (const each of [words.title, words.means, ...words.steps]) {
            expect(each).toMatch(/^[A-Z]/);
            expect(each).not.toMatch(/undefined|NaN|!|crash|invalid|please/i);
          }
          expect(words.steps.length).toBeGreaterThan(0);
        }
      }
    }
  });
});

describe('three people', () => {
  test('get a different first resource each', () => {
    const firsts = [founder, bubbler, engineer].map(
      (given) => makeReport(given).gives[0]?.resource,
    );
    expect(firsts).toEqual(['cpu', 'function', 'connections']);
  });

  test('who know more get a narrower band', () => {
    const width = ({ low, high }: { low: number; high: number }) => Math.log10(high / low);
    expect(width(makeReport(engineer).load)).toBeLessThan(width(makeReport(founder).load) - 1);
  });
});

describe('the target', () => {
  test('is what was chosen', () => {
    expect(makeReport(engineer).target).toEqual({ users: 2_000, provenance: 'told' });
  });

  test('is ten times today’s busiest minute when nothing is said', () => {
    const { target, today } = makeReport({ users: '100k' });
    expect(today?.likely).toBeGreaterThan(50);
    expect(target).toEqual({ users: 2_000, provenance: 'assumed' });
    expect(makeReport({}).target).toEqual({ users: 500, provenance: 'assumed' });
  });
});
