import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookingSchema } from '#src/booking/booking.ts';
import { MODEL_VERSION } from '#src/capacity/model.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { agendaNote, agendaOf } from '#src/report/agenda.ts';
import { compare } from '#src/report/compare.ts';
import { forgetEarlier, keepReport, readEarlier } from '#src/report/earlier.ts';
import { beyondWords } from '#src/report/beyond-words.ts';
import { makeReport } from '#src/report/make.ts';
import { markdown } from '#src/report/markdown.ts';
import { scenarioOf } from '#src/report/scenario.ts';
import { sentence } from '#src/report/words.ts';
import { bubbler, engineer, founder } from './personas.ts';
import { answers } from './random-answers.ts';

const DAY = '2026-11-23';

/** A device’s storage. */
function device(start?: string) {
  const kept = new Map(start === undefined ? [] : [['loadworthy.reports', start]]);
  return {
    kept,
    open: () => ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    }),
  };
}

describe('earlier reports of a device', () => {
  test('are kept, the newest first, each app once, whatever target it was looked at with', () => {
    const { open } = device();
    keepReport({ day: DAY, answers: founder }, open);
    keepReport({ day: DAY, answers: { ...founder, target: '10000' } }, open);
    keepReport({ day: '2026-11-24', answers: { ...founder, indexes: 'yes' } }, open);
    expect(readEarlier(open).map(({ day, answers: { indexes } }) => [day, indexes])).toEqual([
      ['2026-11-24', 'yes'],
      [DAY, 'unknown'],
    ]);
    forgetEarlier(open);
    expect(readEarlier(open)).toEqual([]);
  });

  test('are six at most; the oldest goes first', () => {
    const { open } = device();
    const rows = ['1k', '10k', '100k', '1m', 'more', 'unknown'] as const;
    for (const each of rows) keepReport({ day: DAY, answers: { builder: 'v0', rows: each } }, open);
    keepReport({ day: DAY, answers: bubbler }, open);
    const kept = readEarlier(open);
    expect(kept).toHaveLength(6);
    expect(kept[0]?.answers.builder).toBe('bubble');
    expect(kept.some(({ answers: given }) => given.rows === '1k')).toBe(false);
  });

  test.each([
    'no JSON',
    '{"version":2,"reports":[]}',
    '{"version":1,"reports":[{"day":"soon","answers":{}}]}',
    '{"version":1,"reports":[{"day":"2026-11-23","answers":{"builder":"unheard of"}}]}',
    'null',
  ])('that cannot be read are left out: %s', (text) => {
    expect(readEarlier(device(text).open)).toEqual([]);
  });

  test('are none where the browser forbids storage', () => {
    const forbid = () => {
      throw new Error('SecurityError');
    };
    expect(readEarlier(forbid)).toEqual([]);
    expect(() => keepReport({ day: DAY, answers: founder }, forbid)).not.toThrow();
    expect(() => forgetEarlier(forbid)).not.toThrow();
  });
});

describe('before and after', () => {
  test('names what was repaired, what is new and what is left, for the same target', () => {
    const before: Answers = { ...engineer, indexes: 'no', target: '100' };
    const now = makeReport({ ...engineer, live: 'table' });
    const told = compare(before, now);
    expect(told.before.target).toEqual(now.target);
    expect(told.gone).toEqual(['The database reads every row to find a few']);
    expect(told.added).toEqual(['Live updates reach everybody']);
    expect(told.left).toContain('Each request opens its own connection');
    expect(told.rows[0]).toMatchObject({ name: 'Rated load' });
    expect(told.rows.every(({ before: was, now: is }) => was !== '' && is !== '')).toBe(true);
  });
});

describe('the agenda', () => {
  test('has three questions, and fits the note of a booking, whatever the answers', () => {
    const note = bookingSchema.shape.note;
    fc.assert(
      fc.property(answers, (given) => {
        const agenda = agendaOf(makeReport(given));
        expect(agenda.settle).toHaveLength(3);
        expect(note.safeParse(agendaNote(agenda)).success).toBe(true);
        for (const line of Object.values(agenda).flat()) {
          expect(line).toMatch(/^[A-Z].*[.?]$/);
          expect(line).not.toMatch(/undefined|NaN| {2}/);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('fits the app', () => {
    const bring = (given: Answers) => agendaOf(makeReport(given)).bring.join(' ');
    expect(bring(founder)).toMatch(/Supabase dashboard/);
    expect(bring(bubbler)).toMatch(/Bubble editor/);
    expect(bring(bubbler)).not.toMatch(/code|repository/);
  });
});

describe('the report for a developer', () => {
  const text = (given: Answers) => {
    const report = makeReport(given);
    return markdown(report, scenarioOf(report, []), DAY, 'https://loadworthy.example/report/#v=1');
  };

  test('holds the sentence, each defect with its proof, and the link', () => {
    for (const given of [founder, bubbler, engineer, { ...bubbler, target: '10000' } as const]) {
      const told = text(given);
      const report = makeReport(given);
      expect(told.startsWith(`# ${sentence(report)}\n`)).toBe(true);
      expect(told).toContain(`model ${MODEL_VERSION}`);
      expect(told).toContain('(https://loadworthy.example/report/#v=1)');
      expect(told.match(/^### /gm)).toHaveLength(report.defects.length + report.beyond.length);
      for (const one of report.beyond) expect(told).toContain(beyondWords(one, given).title);
      expect(told.match(/^\*\*Proof\.\*\*/gm)).toHaveLength(report.defects.length);
      expect(told).not.toMatch(/undefined|NaN|Infinity/);
    }
    expect(text(founder)).toContain('```sql\nselect s.relname');
    expect(text(bubbler)).not.toContain('```sql');
  });

  test('hands out the statements that a scan wrote for these tables', () => {
    const lines = [{ file: 'src/a.ts', line: 7, says: 'Looks through notes.' }];
    const sql = ['create index concurrently if not exists a on notes (b);'];
    const given: Answers = { ...founder, indexes: 'no' };
    const report = makeReport(given, { indexes: { value: 'no', lines, sql } });
    const told = markdown(report, scenarioOf(report, []), DAY, 'x');
    expect(told).toContain(`\`src/a.ts:7\` Looks through notes.`);
    expect(told).toContain(`\`\`\`sql\n${sql[0]}\n\`\`\``);
    // The visitor has changed the answer since: what was found no longer speaks for it.
    const changed = makeReport(
      { ...given, indexes: 'some' },
      { indexes: { value: 'no', lines, sql } },
    );
    expect(markdown(changed, scenarioOf(changed, []), DAY, 'x')).not.toContain(sql[0]);
  });

  test('marks the repairs that are switched on', () => {
    const report = makeReport(founder);
    const [first] = report.plan;
    const told = markdown(report, scenarioOf(report, first && [first.repair]), DAY, 'x');
    expect(told.match(/^- \[x\] /gm)).toHaveLength(1);
    expect(told.match(/^- \[ \] /gm)).toHaveLength(report.plan.length - 1);
  });
});
