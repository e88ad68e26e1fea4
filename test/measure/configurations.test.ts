import { describe, expect, it } from 'vitest';
import type { Range } from '#src/capacity/range.ts';
import { configurations } from './configurations.ts';
import { probes } from './constants/derive.ts';
import type { Probe } from './constants/probe.ts';
import { described } from './described.ts';
import { type Configuration, configuration } from './lab/configuration.ts';

const unused = configurations.filter(({ use }) => use === 'unused');

/** What is asked of which table by which way; how often a screen asks it is left out. */
function asked({ table, screen, database }: Configuration): string {
  const { requests, atOnce, ...one } = screen;
  return JSON.stringify({ table, one, database });
}

describe('the configurations', () => {
  it('have a name each', () => {
    expect(new Set(configurations.map(({ name }) => name)).size).toBe(configurations.length);
  });

  it('call none unseen that asks what a probe of the constants asked of the same table', () => {
    const seen = new Set(
      Object.values<Probe>(probes).map((probe) =>
        asked(configuration({ ...probe, name: '', about: '', use: 'calibration' })),
      ),
    );
    const known = unused.filter((each) => !each.device && seen.has(asked(each)));
    expect(known.map(({ name }) => name)).toEqual([]);
  });

  it('leave a third unseen at least', () => {
    expect(unused.length / configurations.length).toBeGreaterThanOrEqual(1 / 3);
  });
});

describe('what the model is told of a configuration', () => {
  it('is a range that holds the true figure, where it is one', () => {
    const told = configurations.flatMap(({ told: ranges, ...rest }) =>
      Object.entries(ranges ?? {}).map(([key, range]) => {
        const truth = described(rest)[key as 'rows'] as number;
        return { key: `${rest.name} ${key}`, truth, range: range as Range };
      }),
    );
    expect(told.length).toBeGreaterThan(0);
    for (const { key, truth, range } of told) {
      expect(truth, key).toBeGreaterThan(range.from);
      expect(truth, key).toBeLessThan(range.to);
    }
  });

  it('is what the owner said instead of the figure', () => {
    const exact = configuration({ name: 'x', about: 'x', use: 'unused', rows: 500 });
    expect(described(exact).rows).toBe(500);
    const rows = { from: 100, to: 1000 };
    expect(described({ ...exact, told: { rows } }).rows).toEqual(rows);
  });

  it('counts the requests that write apart from those that read', () => {
    const mixed = { requests: 8, writes: 0.25 };
    const draft = { name: 'x', about: 'x', use: 'unused', screen: mixed } as const;
    expect(described(configuration(draft))).toMatchObject({ requests: 8, lists: 6, writes: 2 });
    const all = configuration({ ...draft, screen: { requests: 8, ask: 'insert' } });
    expect(described(all)).toMatchObject({ requests: 8, lists: 0, writes: 8 });
  });
});
