/**
 * `npm run measure`: measures the constants of the capacity model, writes its predictions down, drives
 * every configuration to its break, and compares.
 *
 *   npm run measure                            everything
 *   npm run measure -- breaks                  a step: constants, breaks, figures, accuracy
 *   npm run measure -- breaks --only scan      configurations whose name matches a pattern
 *   npm run measure -- breaks --use unused     only those, or only `calibration`
 *   npm run measure -- --quick                 shorter runs, for a look and not for publication
 */
import { parseArgs } from 'node:util';
import { breakPointOf, publish } from './break-points.ts';
import { configurations } from './configurations.ts';
import { measureConstants } from './constants/constants.ts';
import { endAll, endOnSignals } from './lab/children.ts';
import { Cluster } from './lab/cluster.ts';
import { goFirst } from './lab/priority.ts';
import { head, versionsOf } from './lab/record.ts';
import { findTools } from './lab/tools.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    use: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const wants = (step: string) => positionals.length === 0 || positionals.includes(step);
const chosen = configurations.filter(
  ({ name, use }) => new RegExp(values.only ?? '').test(name) && (values.use ?? use) === use,
);

async function measure(): Promise<void> {
  const tools = findTools();
  const versions = await versionsOf(tools);
  if (!goFirst())
    console.log('Not root: other programs on this machine will disturb what is measured.');
  const cluster = await Cluster.create(tools);
  const lab = { tools, cluster, quick: values.quick };
  if (wants('constants')) await measureConstants(lab, versions);
  if (wants('breaks')) {
    const { reference } = await import('./constants/reference.ts');
    const { predict } = await import('./predictions.ts');
    predict(chosen);
    const top = head(
      'break-points.ts',
      'See test/measure: closed-loop users who think 2 to 5 s.',
      versions,
    );
    for (const [i, configuration] of chosen.entries()) {
      console.log(`${i + 1}/${chosen.length} ${configuration.name}: ${configuration.about}`);
      const point = await breakPointOf(lab, configuration, reference);
      console.log(`  gives at ${point.measured} ${point.unit}: ${point.first}`);
      publish(top, point);
    }
  }
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
