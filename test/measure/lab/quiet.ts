import { setTimeout as pause } from 'node:timers/promises';
import { processorOf, processorOfMachine } from './processor.ts';

/** Cores that processes of nobody here may use, before a run and during it. */
export const OTHERS = 0.3;
/** Seconds that one run, and all runs together, wait for a quiet moment at most. */
const PATIENCE = 120;
let left = 30 * 60;

/** Cores that processes of nobody here use, over one second. */
async function others(): Promise<number> {
  const from = {
    at: performance.now(),
    machine: processorOfMachine(),
    own: processorOf(process.pid),
  };
  await pause(1000);
  const seconds = (performance.now() - from.at) / 1000;
  return (
    Math.max(0, processorOfMachine() - from.machine - (processorOf(process.pid) - from.own)) /
    seconds
  );
}

/**
 * Waits until the rest of the machine is quiet, and does not push it aside: others may be at work
 * here. Returns false when it lost patience; what is measured then counts as disturbed.
 */
export async function quiet(): Promise<boolean> {
  const begun = performance.now();
  const waited = () => (performance.now() - begun) / 1000;
  let calm = (await others()) <= OTHERS;
  while (!calm && waited() < Math.min(PATIENCE, left)) {
    await pause(2000);
    calm = (await others()) <= OTHERS;
  }
  left -= waited();
  return calm;
}
