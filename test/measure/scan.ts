/**
 * `npm run measure:scan -- <step> …`: measures the scan and publishes the sums in
 * content/measurements/scan.json, which names no repository.
 *
 * count <clones>                     what each rule finds, app by app
 * first <clones> <labels> <how>      precision and recall of a first run, and in words how it was labelled
 * mended <clones> <labels>           the same of all that were labelled before, as of today
 * shown <clones> [<words>]           what the page asks and shows first of each app, to be judged
 * judged <clones> <words> <verdicts> how much of it hurts, published as the newest such run; words: how long
 *                                    the tables get, as a reader says in the owner's place
 * catalog <clones>…                  the reader of SQL against the catalog of PostgreSQL (PGlite)
 * speed <zip>…                       from the choice of a ZIP to the findings, in Chromium, on the built site
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { evaluate } from '#src/scan/command/evaluation.ts';
import { clonesIn } from '#src/scan/command/folder.ts';
import { labelsSchema } from '#src/scan/command/labels.ts';
import { readApp } from './scan/app.ts';
import { compare, summed } from './scan/catalog.ts';
import { count } from './scan/count.ts';
import { publish, published } from './scan/publish.ts';
import { judged, shownOf, verdictsSchema, wordsSchema } from './scan/shown.ts';
import { speedOf } from './scan/speed.ts';

const labelled = (clones: string, labels: string) =>
  evaluate(clones, labelsSchema.parse(JSON.parse(readFileSync(labels, 'utf8')))).set;

const shown = (clones: string, words?: string) => {
  const said = words ? wordsSchema.parse(JSON.parse(readFileSync(words, 'utf8'))) : {};
  return clonesIn(clones).map((root) => shownOf(root, said));
};

const steps: Readonly<Record<string, (...given: string[]) => Promise<void>>> = {
  count: async (clones = '') => publish(count(clonesIn(clones).map(readApp))),
  first: async (clones = '', labels = '', how = '') => {
    if (!how) throw new Error('Say last, in a sentence, how these apps were labelled');
    publish({ firstRuns: [{ ...labelled(clones, labels), how }, ...published().firstRuns] });
  },
  mended: async (clones = '', labels = '') => publish({ mended: labelled(clones, labels) }),
  shown: async (clones = '', words) => console.log(JSON.stringify(shown(clones, words), null, 2)),
  judged: async (clones = '', words = '', verdicts = '') => {
    const said = verdictsSchema.parse(JSON.parse(readFileSync(verdicts, 'utf8')));
    publish({ onlyShown: [judged(shown(clones, words), said), ...published().onlyShown] });
  },
  catalog: async (...folders) => {
    const comparisons = [];
    for (const root of folders.flatMap(clonesIn)) {
      const one = await compare(root);
      comparisons.push(one);
      if (one.statements === 0) continue;
      console.log(`${basename(root)}: ${one.statements} statements, ${one.refused.length} refused`);
      for (const message of one.refused.slice(0, 3)) console.log(`  ${message}`);
      if (one.refused.length > 0) continue;
      for (const { fact, readerOnly, catalogOnly } of one.facts) {
        for (const what of readerOnly) console.log(`  ${fact}: only the reader tells ${what}`);
        for (const what of catalogOnly) console.log(`  ${fact}: only PostgreSQL tells ${what}`);
      }
    }
    publish({ catalog: summed(comparisons) });
  },
  speed: async (...zips) => publish({ speed: await speedOf(zips) }),
};

const [step = '', ...given] = process.argv.slice(2);
const run = steps[step];
if (!run || given.length === 0) {
  console.error(`Name a step and what it reads: ${Object.keys(steps).join(', ')}`);
  process.exit(2);
}
await run(...given);
