import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planOf } from '#src/capacity/constants/plans.ts';
import { draw } from '#src/capacity/draw.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { appOf } from '#src/quiz/app.ts';
import { LONGEST_PATH, path } from '#src/quiz/path.ts';
import { questions, UNKNOWN } from '#src/quiz/questions.ts';
import { answers } from '#test/report/random-answers.ts';

const builders = ['lovable', 'bolt', 'v0', 'cursor', 'replit', 'bubble', 'code', UNKNOWN] as const;
const backends = ['supabase', 'firebase', 'postgres', UNKNOWN] as const;

describe('the path through the quiz', () => {
  test('is never longer than twelve questions, whatever was answered', () => {
    const deciding = questions.filter(({ id }) => ['builder', 'backend', 'rows'].includes(id));
    let all: Answers[] = [{}];
    for (const { id, options } of deciding) {
      const values = [undefined, UNKNOWN, ...options.map(({ value }) => value)];
      all = all.flatMap((given) => values.map((value) => ({ ...given, [id]: value }) as Answers));
    }
    expect(all).toHaveLength(9 * 5 * 7);
    for (const given of all) {
      expect(path(given).length).toBeLessThanOrEqual(LONGEST_PATH);
      expect(path(given).length).toBeGreaterThanOrEqual(8);
    }
  });

  test('depends on no answers but those to builder, backend and rows', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { builder, backend, rows } = given;
        const ids = (of: Answers) => path(of).map(({ id }) => id);
        expect(ids(given)).toEqual(ids({ builder, backend, rows }));
      }),
    );
  });
});

describe('the app that answers describe', () => {
  test.each(builders.flatMap((builder) => backends.map((backend) => ({ builder, backend }))))(
    'is on a plan of its own backend: %o',
    (given) => {
      const expected =
        given.builder === 'lovable'
          ? ['supabase']
          : given.builder === 'bubble'
            ? ['bubble']
            : given.backend === 'firebase'
              ? ['spark', 'blaze']
              : given.backend === UNKNOWN
                ? ['supabase', 'postgres', 'spark', 'blaze']
                : [given.backend];
      const found = new Set(draw(appOf(given)).map(({ plan }) => plan.split('-')[0]));
      expect([...found].sort()).toEqual([...expected].sort());
    },
  );

  test('has what was told, in every app of the hundred', () => {
    const samples = draw(
      appOf({
        builder: 'v0',
        backend: 'supabase',
        supabasePlan: 'small',
        rows: '100k',
        list: 'own',
        indexes: 'no',
        rules: 'join',
        connection: 'each',
        cache: 'database',
        slow: 'background',
        live: 'poll',
        delivery: 'server',
      }),
    );
    for (const s of samples) {
      expect(s).toMatchObject({
        plan: 'supabase-small',
        slots: 90,
        fetch: 'own',
        indexed: 'no',
        rule: 'join',
        connect: 'each',
        cached: 0,
        slow: 0,
        live: 'poll',
        delivery: 'server',
      });
      expect(s.setting.rows).toBeGreaterThanOrEqual(1e4);
      expect(s.setting.rows).toBeLessThanOrEqual(1e5);
    }
  });

  test('never reaches a database past its web API where the tool has no server', () => {
    for (const builder of ['lovable', 'bolt'] as const) {
      for (const s of draw(appOf({ builder, backend: 'supabase', connection: 'each' }))) {
        expect(s.connect).toBe('api');
      }
    }
  });

  test('on Firebase or Bubble has no cores, slots or disk of a database', () => {
    for (const given of [{ backend: 'firebase' }, { builder: 'bubble' }] as Answers[]) {
      for (const s of draw(appOf(given))) expect(planOf(s.plan).backend).not.toBe('sql');
    }
  });

  test('does not stop at its plan’s workload when so many use it that it would have', () => {
    const stops = (users: '1k' | '100k') =>
      draw(appOf({ builder: 'bubble', users })).filter((s) => s.stops === 'yes').length;
    expect(stops('100k')).toBe(0);
    expect(stops('1k')).toBe(15);
  });

  test('is drawn from the whole range while nothing is known, and from a part once it is', () => {
    const open = draw(appOf({})).map((s) => s.setting.rows);
    const known = draw(appOf({ rows: '1m' })).map((s) => s.setting.rows);
    expect(Math.max(...open) / Math.min(...open)).toBeGreaterThan(100);
    expect(Math.max(...known) / Math.min(...known)).toBeLessThan(10);
  });
});
