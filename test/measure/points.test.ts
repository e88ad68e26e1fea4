import { describe, expect, it } from 'vitest';
import type { Drive } from './break-points.ts';
import { configuration } from './lab/configuration.ts';
import {
  against,
  type BreakPoint,
  isSettled,
  outcome,
  type Published,
  slowDrives,
  summedUp,
  withDrive,
} from './points.ts';

const drive = (corrected: number | null, part: Partial<Drive> = {}): Drive => ({
  ...{ measured: corrected, corrected, between: [900, corrected === null ? null : 1100] },
  ...{ first: corrected === null ? 'none' : 'cpu', date: '2026-11-25T00:00:00Z' },
  ...{ disturbed: false, runs: [], ...part },
});

const list = configuration({ name: 'list', about: 'A list.', use: 'unused' });
const head = {
  ...{ script: 'x', date: '2026-11-25', machine: '2 cores', settings: {}, method: 'x' },
  versions: { postgresql: '15' },
};
const empty: Published = { head, breakPoints: [], held: [] };
const sum = (...drives: Drive[]) => summedUp(list, '2026-11-25', drives);

describe('several drives of one configuration', () => {
  it('count as the middle one, with how far they lie apart', () => {
    const all = sum(drive(1000), drive(1300), drive(1100));
    expect(all).toMatchObject({ n: 3, corrected: 1100, measured: 1100 });
    expect('spread' in all && all.spread).toBeCloseTo(150 / 1100);
  });

  it('have no spread when there is one', () => {
    expect(sum(drive(1000))).toMatchObject({ n: 1, corrected: 1000 });
    expect(sum(drive(1000))).not.toHaveProperty('spread');
  });

  it('name the part that most of them name', () => {
    expect(sum(drive(1), drive(1, { first: 'pool' }), drive(1, { first: 'pool' }))).toMatchObject({
      first: 'pool',
    });
  });

  it('hold where most held, and count one that held as beyond the others', () => {
    expect(sum(drive(null))).toMatchObject({ n: 1, least: 900 });
    expect(sum(drive(null), drive(null), drive(1000))).toMatchObject({ n: 3, least: 900 });
    expect(sum(drive(null), drive(1200), drive(1000))).toMatchObject({ n: 3, corrected: 1200 });
  });
});

describe('a drive on a machine that was disturbed', () => {
  const slow = drive(3000, { disturbed: true });

  it('counts only where there is no other', () => {
    expect(sum(slow, drive(1000))).toMatchObject({ n: 1, corrected: 1000 });
    expect(sum(slow)).toMatchObject({ n: 1, corrected: 3000 });
    expect(sum(slow, drive(1000)).drives).toHaveLength(2);
  });

  it('leaves a configuration to be driven again', () => {
    expect(isSettled(sum(slow))).toBe(false);
    expect(isSettled(sum(slow, drive(1000)))).toBe(true);
  });
});

describe('a drive far from the usual speed of the machine', () => {
  const slow = drive(1400, { disturbed: true, speed: 0.3 });
  const of = (...drives: Drive[]) => slowDrives(sum(...drives) as BreakPoint);

  it('is held against those at the usual speed, where there are any', () => {
    expect(of(drive(1000, { speed: 1 }), slow)).toMatchObject([{ speed: 0.3, ratio: 1.4 }]);
    expect(of(slow)).toEqual([]);
    expect(of(drive(1000, { speed: 1 }), drive(1100, { speed: 0.9 }))).toEqual([]);
  });
});

describe('the published break points', () => {
  const first = withDrive(empty, head, list, drive(1000), false);

  it('keep every drive when one is driven again, and the moment of the first', () => {
    const later = drive(1200, { date: '2026-11-26T00:00:00Z' });
    const { breakPoints } = withDrive(first, head, list, later, true);
    expect(breakPoints).toHaveLength(1);
    expect(breakPoints[0]).toMatchObject({ n: 2, corrected: 1100, met: '2026-11-25T00:00:00Z' });
  });

  it('put a drive in the place of the earlier ones otherwise, and keep the moment of the first', () => {
    const later = drive(1200, { date: '2026-11-26T00:00:00Z' });
    const [point] = withDrive(first, head, list, later, false).breakPoints;
    expect(point).toMatchObject({ n: 1, corrected: 1200, met: '2026-11-25T00:00:00Z' });
  });

  it('do not lose what held at all that was tried', () => {
    const held = withDrive(empty, head, list, drive(null), false);
    expect(held).toMatchObject({ breakPoints: [], held: [{ name: 'list', least: 900 }] });
    expect(withDrive(held, head, list, drive(1000), false)).toMatchObject({
      breakPoints: [{ name: 'list' }],
      held: [],
    });
  });

  it('tell with which versions an earlier drive was made', () => {
    const newer = { ...head, versions: { postgresql: '16' } };
    const { breakPoints } = withDrive(first, newer, list, drive(1000), true);
    expect(breakPoints[0]?.drives.map(({ made }) => made?.versions)).toEqual([
      { postgresql: '15' },
      undefined,
    ]);
    const same = withDrive(first, head, list, drive(1000), true);
    expect(same.breakPoints[0]?.drives.map(({ made }) => made)).toEqual([undefined, undefined]);
  });
});

describe('what is told of a drive', () => {
  it('is how many times it is what it was', () => {
    expect(against(sum(drive(1000)), drive(1200))).toBe('; new ÷ old 1.20 (n = 1)');
    expect(against(undefined, drive(1200))).toBe('');
    expect(against(sum(drive(null)), drive(1200))).toContain('held at 900');
  });

  it('is that it held where it did', () => {
    expect(outcome(drive(null))).toBe('holds at all that was tried, 900');
    expect(outcome(drive(1000))).toBe('gives at 1000: cpu');
  });
});
