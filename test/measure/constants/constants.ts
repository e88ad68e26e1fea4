import type { Lab } from '../drive.ts';
import type { Draft } from '../lab/configuration.ts';
import { calibrate } from '../lab/machine.ts';
import { head, read, write } from '../lab/record.ts';
import { median } from '../percentile.ts';
import { type Constants, derive, type ProbeName, probes } from './derive.ts';
import { meanings } from './meanings.ts';
import { type Cost, probe, REPETITIONS } from './probe.ts';

const METHOD =
  'Processor seconds of each part, counted by the kernel while four clients ask without thinking, for one ' +
  'request; differences between such probes. n: repetitions of each probe. spread: half the distance between ' +
  'the quartiles of the repetitions, as a share, of the probe that varies most among those used.';

/** Measures every constant of the laboratory and writes them down. */
export async function measureConstants(lab: Lab, versions: Record<string, string>): Promise<void> {
  const costs: Partial<Record<ProbeName, Cost>> = {};
  const calibrations: number[] = [];
  for (const name of Object.keys(probes) as ProbeName[]) {
    const draft: Omit<Draft, 'name' | 'about' | 'use'> = probes[name];
    costs[name] = await probe(lab, draft);
    calibrations.push(calibrate());
    console.log(
      `${name}: database ${(costs[name].database * 1e6).toFixed(1)} µs, app ${(costs[name].app * 1e6).toFixed(1)} µs`,
    );
  }
  const all = costs as Record<ProbeName, Cost>;
  const values = derive(all);
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
    calibration: median(calibrations),
    /** Probes that were made while the machine was not quiet: measure again. */
    disturbed: Object.entries(all).flatMap(([name, { disturbed }]) => (disturbed ? [name] : [])),
    constants,
  });
  // The model takes these; the rest would be weight in the visitor's browser.
  write('core', { ...read<object>('core'), ...values });
  write('probes', { head: head('constants/probe.ts', METHOD, versions), probes: all });
}
