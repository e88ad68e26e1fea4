/**
 * `npm run measure`: measures the constants of the capacity model, writes its predictions down, drives
 * every configuration to its break, and compares.
 *
 *   npm run measure                            everything
 *   npm run measure -- breaks                  a step: constants, browser, predictions, breaks, figures, accuracy
 *   npm run measure -- breaks --only scan      configurations, probes or figures whose name matches a pattern
 *   npm run measure -- breaks --use unused     only those, or only `calibration`
 *   npm run measure -- breaks --missing        only those that were not measured in a quiet moment yet
 *   npm run measure -- breaks --again          beside earlier drives, not in their place: the middle one counts
 *   npm run measure -- --quick                 shorter runs, for a look and not for publication
 *
 * It needs a machine that is otherwise quiet: each run waits for such a moment, and one that was
 * disturbed all the same is marked.
 */
import { parseArgs } from 'node:util';
import { driveOf } from './break-points.ts';
import { configurations } from './configurations.ts';
import { measureBrowser } from './constants/browser.ts';
import { measureConstants } from './constants/constants.ts';
import { measureFigures } from './figures/figures.ts';
import { endAll, endOnSignals } from './lab/children.ts';
import { Cluster } from './lab/cluster.ts';
import { head, versionsOf } from './lab/record.ts';
import { findTools } from './lab/tools.ts';
import { against, known, outcome, publish, settled } from './points.ts';

const METHOD =
  'Closed-loop users who think 2 to 5 s; users are doubled or halved until one level holds and one gives, then ' +
  'the distance is halved until they are a fifth apart; measured: where the 95th percentile crosses 3 s between ' +
  'them. corrected: ÷ the share of the database’s core that the load generator left to it, where that core gave; ' +
  'else as measured; and ÷ the speed of the machine, by a reference before and after, where a processor gave. ' +
  'A screen that makes a slow call itself is left out of the percentile. first: read from the instruments at the lowest level that gave. ' +
  'n: times driven, of which the middle counts; spread: half the distance between the lowest and the highest, as a share of the middle.';
const PREDICTED =
  'What a version of the model said first of each configuration, and when. Where the model had never met ' +
  'it, the newest from before the first drive counts.';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    use: { type: 'string' },
    missing: { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
});
const wants = (step: string) => positionals.length === 0 || positionals.includes(step);
const done = values.missing ? settled() : new Set<string>();
const chosen = configurations.filter(
  ({ name, use }) =>
    !done.has(name) && new RegExp(values.only ?? '').test(name) && (values.use ?? use) === use,
);

async function measure(): Promise<void> {
  const tools = findTools();
  const versions = await versionsOf(tools);
  const cluster = await Cluster.create(tools);
  const lab = { tools, cluster, quick: values.quick };
  if (wants('constants')) await measureConstants(lab, versions, new RegExp(values.only ?? ''));
  if (wants('browser')) await measureBrowser(versions);
  const said = head('predictions.ts', PREDICTED, versions);
  // Only now: the model reads the constants that have just been measured.
  if (wants('predictions') || wants('breaks'))
    (await import('./predictions.ts')).predict(chosen, said);
  if (wants('breaks')) {
    const top = head('break-points.ts', METHOD, versions);
    for (const [i, configuration] of chosen.entries()) {
      console.log(`${i + 1}/${chosen.length} ${configuration.name}: ${configuration.about}`);
      const drive = await driveOf(lab, configuration);
      console.log(`  ${outcome(drive)}${against(known(configuration.name), drive)}`);
      publish(top, configuration, drive, values.again);
    }
  }
  if (wants('figures')) await measureFigures(lab, versions, new RegExp(values.only ?? ''));
  if (wants('accuracy') || wants('breaks'))
    console.log((await import('./accuracy.ts')).compare(said));
}

endOnSignals();
try {
  await measure();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (process.env['DEBUG']) console.error(error);
  process.exitCode = 1;
} finally {
  await endAll();
}
