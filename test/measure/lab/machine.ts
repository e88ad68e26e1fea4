import { arch, availableParallelism } from 'node:os';
import { median } from '../percentile.ts';

/** Who runs where: the app server has a core of its own, the load generator shares the database's. */
export const APP_CORE = '1';
export const GENERATOR_CORE = '0';

/** Turns of a fixed sum: whole numbers alone, so that the time shows the core and nothing else. */
const TURNS = 60_000_000;

function turn(): number {
  const begun = performance.now();
  let sum = 0;
  for (let i = 0; i < TURNS; i++) sum = (Math.imul(sum, 31) + i) | 0;
  const seconds = (performance.now() - begun) / 1000;
  if (sum === 1) throw new Error('The sum is only there so that it is not left out.');
  return seconds;
}

/** Seconds that the fixed sum takes at this moment: the momentary speed of one core. */
export const calibrate = () => median([turn(), turn(), turn()]);

/** The class of the machine, without the name of a maker. */
export const machineClass = () =>
  `${availableParallelism()} virtual cores, ${arch() === 'x64' ? 'x86-64' : arch()}`;
