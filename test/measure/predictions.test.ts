import { describe, expect, it } from 'vitest';
import { configuration } from './lab/configuration.ts';
import { counting, type Predicted, withPredictions } from './predictions.ts';

const list = configuration({ name: 'list', about: 'A list.', use: 'unused' });
const [MONDAY, TUESDAY, WEDNESDAY] = ['2026-11-23', '2026-11-24', '2026-11-25'].map(
  (day) => `${day}T00:00:00.000Z`,
) as [string, string, string];

describe('the predictions on record', () => {
  const first = withPredictions([], [list], '1', MONDAY);

  it('keep what a version said first, and when', () => {
    expect(first).toMatchObject([{ name: 'list', use: 'unused', model: '1', at: MONDAY }]);
    expect(withPredictions(first, [list], '1', TUESDAY)).toEqual(first);
  });

  it('put what a later version says beside it', () => {
    const both = withPredictions(first, [list], '2', TUESDAY);
    expect(both.map(({ model, at }) => [model, at])).toEqual([
      ['1', MONDAY],
      ['2', TUESDAY],
    ]);
  });

  it('keep both when one version says two things', () => {
    const other = first.map((said) => ({ ...said, likely: said.likely * 2 }));
    expect(withPredictions(other, [list], '1', TUESDAY)).toHaveLength(2);
  });
});

describe('the prediction that counts', () => {
  const said = (model: string, at: string): Predicted => ({
    ...{ name: 'list', use: 'unused', unit: 'users', model, at },
    ...{ low: 1, likely: 2, high: 3, first: 'cpu' },
  });
  const all = [said('3', WEDNESDAY), said('1', MONDAY), said('2', TUESDAY)];
  const of = (use: 'unused' | 'calibration', met: string) =>
    counting(all, { name: 'list', use }, met).model;

  it('is the newest from before the first drive, where the model had never met it', () => {
    expect(of('unused', '2026-11-24T12:00:00.000Z')).toBe('2');
    expect(of('unused', '2026-11-23T00:00')).toBe('1');
  });

  it('is what the newest version says of one that it was set with', () => {
    expect(of('calibration', '2026-11-24T12:00:00.000Z')).toBe('3');
  });

  it('is none where the drive is older: that is an error', () => {
    expect(() => of('unused', '2026-11-22T23:59')).toThrow(/before it was predicted/);
  });
});
