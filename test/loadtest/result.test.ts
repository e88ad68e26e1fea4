import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceOf } from '#src/loadtest/evidence.ts';
import { type LoadResult, readResult } from '#src/loadtest/result.ts';

const result: LoadResult = {
  loadworthy: 1,
  host: 'my-app.com',
  levels: [
    { users: 10, screens: 60, p95: 4200, failed: 0 },
    { users: 1, screens: 8, p95: 300, failed: 0 },
    { users: 5, screens: 40, p95: 900, failed: 0.005 },
  ],
  entries: 40,
  bytes: 9_000,
  cached: 0.5,
};

describe('what is pasted', () => {
  it('is read as our script wrote it', () => {
    expect(readResult(JSON.stringify(result))).toEqual({ ok: true, result });
  });

  it('has nothing where no answer came', () => {
    const { entries: _entries, bytes: _bytes, cached: _cached, ...rest } = result;
    const none = { ...rest, entries: null, bytes: null, cached: null };
    expect(readResult(JSON.stringify(none))).toEqual({ ok: true, result: rest });
  });

  const trend = { med: 1, 'p(95)': 420, max: 500, count: 9 };
  const rest = { host: '', loadworthy: 1 };

  it('is read in the form of k6’s --summary-export', () => {
    const metrics = {
      http_reqs: { count: 20, rate: 1.2 },
      screen_at_5: trend,
      failed_at_5: { passes: 1, fails: 8, value: 0.11 },
      answer_entries: { max: 1_000 },
      screen_at_10: { ...trend, count: 0 },
    };
    expect(readResult(JSON.stringify({ root_group: {}, metrics }))).toEqual({
      ok: true,
      result: {
        ...rest,
        entries: 1_000,
        levels: [{ users: 5, screens: 9, p95: 420, failed: 0.11 }],
      },
    });
  });

  it('is read in the form that handleSummary is given', () => {
    const metrics = {
      screen_at_5: { type: 'trend', values: trend },
      failed_at_5: { type: 'rate', values: { rate: 0.2, passes: 1, fails: 4 } },
    };
    expect(readResult(JSON.stringify({ metrics, state: {} }))).toEqual({
      ok: true,
      result: { ...rest, levels: [{ users: 5, screens: 9, p95: 420, failed: 0.2 }] },
    });
  });

  it('says so when it is the summary of another script', () => {
    const read = readResult(JSON.stringify({ metrics: { http_reqs: { count: 3 } } }));
    expect(read).toMatchObject({
      ok: false,
      message: expect.stringMatching(/no screens in it/),
    });
  });

  it('is read in the form that k6 has since 1.5', () => {
    const metrics = [
      { name: 'screen_at_5', type: 'trend', values: trend },
      { name: 'failed_at_5', type: 'rate', values: { rate: 0.2 } },
    ];
    expect(readResult(JSON.stringify({ version: '1.0.0', results: { metrics } }))).toEqual({
      ok: true,
      result: { ...rest, levels: [{ users: 5, screens: 9, p95: 420, failed: 0.2 }] },
    });
  });

  it('is found among all that a terminal shows, even where that broke the line', () => {
    const line = JSON.stringify(result);
    const broken = line.replace(/(.{40})/g, '$1\r\n');
    const shown = `  execution: local\n\n1 at once: 95 of 100 screens within 9.9 s, 9.9 % failed\n\n`;
    expect(readResult(`${shown}${line}\n$ `)).toEqual({ ok: true, result });
    expect(readResult(`${shown}${broken}\n} more {`)).toEqual({ ok: true, result });
  });

  it('is read from the lines for people where these are all there is', () => {
    const text =
      '1 at once: 95 of 100 screens within 0.3 s, 0.0 % failed\n5 at once: 95 of 100 screens within 4.5 s, 1.5 % failed';
    expect(readResult(text)).toMatchObject({
      ok: true,
      result: {
        host: '',
        levels: [
          { users: 1, p95: 300, failed: 0 },
          { users: 5, p95: 4_500, failed: 0.015 },
        ],
      },
    });
  });

  it.each([
    ['', /Paste the result/],
    ['k6 run loadtest.js', /Paste the whole of loadworthy-result.json/],
    [JSON.stringify({ ...result, levels: [] }), /Run the script from this page again/],
  ])('says what to do with “%s”', (text, message) => {
    expect(readResult(text)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });

  it('is refused with a sentence when it is anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readResult(text)).toMatchObject({ ok: false });
      }),
    );
    expect(readResult(JSON.stringify({ ...result, extra: 1 })).ok).toBe(false);
    expect(readResult(JSON.stringify(result) + ' '.repeat(300_000)).ok).toBe(false);
  });
});

describe('what it shows', () => {
  it('says how many were held and at how many it gave', () => {
    const { held, gave, observations } = evidenceOf(result, {});
    expect([held, gave]).toEqual([5, 10]);
    expect(observations.map(({ users, gives }) => [users, gives])).toEqual([
      [1, false],
      [5, false],
      [10, true],
    ]);
  });

  it('takes failures for giving, however quick they are', () => {
    const levels = [{ users: 3, screens: 50, p95: 20, failed: 0.02 }];
    expect(evidenceOf({ ...result, levels }, {})).toMatchObject({ held: 0, gave: 3 });
  });

  it.each([
    [40, '10k', 'page'],
    [400, '100k', 'own'],
    [1_000, '1m', 'all'],
    [1_500, '10k', 'all'],
  ] as const)('takes a list of %i entries from a table of %s for “%s”', (entries, rows, list) => {
    const { answers, measured } = evidenceOf({ ...result, entries }, { rows, list: 'page' });
    expect(answers.list).toBe(list);
    expect(measured.list).toContain('entries');
  });

  it('raises the rows when more came than there should be', () => {
    const { answers, measured } = evidenceOf({ ...result, entries: 4_000 }, { rows: '1k' });
    expect(answers.rows).toBe('10k');
    expect(measured.rows).toBeDefined();
  });

  it('leaves alone what it could not see', () => {
    const told = { rows: '1k', list: 'own', cache: 'browser' } as const;
    const { entries: _entries, cached: _cached, ...blind } = result;
    expect(evidenceOf(blind, told)).toMatchObject({ answers: told, measured: {} });
    expect(evidenceOf({ ...blind, cached: 0 }, told).answers.cache).toBe('browser');
  });

  it('believes the cache that answers, not the one that is claimed', () => {
    expect(evidenceOf({ ...result, cached: 0.9 }, { cache: 'database' }).answers.cache).toBe(
      'shared',
    );
    expect(evidenceOf({ ...result, cached: 0 }, { cache: 'shared' }).answers.cache).toBe(
      'database',
    );
  });
});
