import type { Lab } from '../drive.ts';
import { head, read, write } from '../lab/record.ts';
import { median } from '../percentile.ts';
import { type Constants, derive, type ProbeName, probes } from './derive.ts';
import { meanings } from './meanings.ts';
import { type Cost, type Probe, probe, REPETITIONS } from './probe.ts';

const METHOD =
  'Processor seconds of each part, counted by the kernel while four clients ask without thinking, for one ' +
  'request, at the speed that the machine usually had (by a reference before each); differences between such probes. n: repetitions of each probe. spread: half the distance between ' +
  'the quartiles of the repetitions, as a share, of the probe that varies most among those used.';

/** The costs as they were at a speed of the machine at which the reference takes so many milliseconds. */
function atSpeed(costs: Record<ProbeName, Cost>, usual: number): Record<ProbeName, Cost> {
  const at = ({ database, app, ...cost }: Cost): Cost => ({
    ...cost,
    database: (database * usual) / cost.reference,
    app: (app * usual) / cost.reference,
  });
  return Object.fromEntries(
    Object.entries(costs).map(([name, cost]) => [name, at(cost)]),
  ) as Record<ProbeName, Cost>;
}

/** Measures the constants of the laboratory, or only what comes from some probes, and writes them down. */
export async function measureConstants(
  lab: Lab,
  versions: Record<string, string>,
  only: RegExp,
): Promise<void> {
  const costs = { ...read<{ probes: Partial<Record<ProbeName, Cost>> }>('probes')?.probes };
  for (const name of Object.keys(probes) as ProbeName[]) {
    if (costs[name] && !only.test(name)) continue;
    const asked: Probe = probes[name];
    costs[name] = await probe(lab, asked);
    console.log(
      `${name}: database ${(costs[name].database * 1e6).toFixed(1)} µs, app ${(costs[name].app * 1e6).toFixed(1)} µs`,
    );
  }
  const all = costs as Record<ProbeName, Cost>;
  const usual = median(Object.values(all).map(({ reference }) => reference));
  const values = derive(atSpeed(all, usual));
  const constants = Object.fromEntries(
    (Object.keys(values) as (keyof Constants)[]).map((name) => {
      const { unit, about, from } = meanings[name];
      const spread = Math.max(
        ...from.flatMap((probeName) => all[probeName].spread.filter(Number.isFinite)),
      );
      return [name, { value: values[name], unit, about, n: REPETITIONS, spread }];
    }),
  );
  write('constants', {
    head: head('constants/constants.ts', METHOD, versions),
    /** Probes that were made while the machine was not quiet: measure again. */
    disturbed: Object.entries(all).flatMap(([name, { disturbed }]) => (disturbed ? [name] : [])),
    /** Milliseconds of the reference at the speed to which all constants are converted. */
    reference: usual,
    constants,
  });
  // The model takes these; the rest would be weight in the visitor's browser.
  write('core', { ...read<object>('core'), ...values });
  write('probes', { head: head('constants/probe.ts', METHOD, versions), probes: all });
}
