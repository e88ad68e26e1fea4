import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { headSchema } from '#src/measured/head.ts';
import { z } from '#src/zod.ts';
import browserFile from '../../content/measurements/browser.json' with { type: 'json' };
import breakPoints from '../../content/measurements/break-points.json' with { type: 'json' };
import constantsFile from '../../content/measurements/constants.json' with { type: 'json' };
import core from '../../content/measurements/core.json' with { type: 'json' };
import { configurations } from '#test/measure/configurations.ts';
import { firstOfVisit } from '#test/measure/reading.ts';

const folder = new URL('../../content/measurements/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const contentOf = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

describe('every file of measurements', () => {
  // What the model takes into the visitor’s browser is a cut from two others, see below; how answers
  // narrow the band is worked out by a test, on no machine in particular.
  const made = files.filter((name) => name !== 'core.json' && name !== 'narrowing.json');
  test.each(made)('%s says how it was made', (name) => {
    expect(headSchema.safeParse(contentOf(name).head).error).toBeUndefined();
  });

  test('says how often each figure was measured', () => {
    const counted = z.object({ figures: z.optional(z.array(z.object({ n: z.number() }))) });
    // What the scan finds is counted once, not timed.
    for (const name of files.filter((each) => each !== 'scan.json'))
      expect(counted.safeParse(contentOf(name)).error, name).toBeUndefined();
    for (const { name, n, drives } of breakPoints.breakPoints) {
      const quiet = drives.filter(({ disturbed }) => !disturbed);
      expect(n, name).toBe((quiet.length > 0 ? quiet : drives).length);
    }
  });
});

test('the constants of the model are those of the files that say how they were measured', () => {
  const [fast] = browserFile.costs;
  expect(core).toEqual({
    ...Object.fromEntries(
      Object.entries(constantsFile.constants).map(([name, { value }]) => [name, value]),
    ),
    ...{ draw: fast?.draw, parse: fast?.parse, filter: fast?.filter, receive: fast?.fetch },
  });
});

test('each drive of a device names the part that its visits show', () => {
  for (const { name, drives } of breakPoints.breakPoints) {
    const device = configurations.find((each) => each.name === name)?.device;
    for (const { first, between, runs } of device ? drives : []) {
      const at = runs.find((run) => 'rows' in run && run.rows === between[1]) as
        { total: number; compressed: number } | undefined;
      expect(device && at && firstOfVisit(device, at), name).toBe(first);
    }
  }
});
