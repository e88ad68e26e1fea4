import { type Break, findBreak, type Trial } from './load/break.ts';
import { type Visit, Visitor, visits } from './device.ts';
import type { Device } from './lab/configuration.ts';
import { calibrate } from './lab/machine.ts';

export interface DeviceRun extends Trial {
  readonly visit: Visit;
  readonly calibration: readonly [number, number];
}

/** Rows at which a single visitor waits too long; one visitor has no tail, so the middle of five visits counts. */
export async function driveDevice(
  device: Device,
  say: (run: DeviceRun) => void,
): Promise<Break<DeviceRun> & { readonly version: string }> {
  const visitor = await Visitor.open(device);
  const shownOf = (rows: number) => (device.shown === 'all' ? rows : device.shown);
  try {
    await visitor.visit(500, shownOf(500));
    const found = await findBreak<DeviceRun>(
      async (rows) => {
        const before = calibrate();
        const visit = await visits(visitor, rows, shownOf(rows), 5);
        const run = {
          level: rows,
          p95: visit.total,
          errors: 0,
          visit,
          calibration: [before, calibrate()] as const,
        };
        say(run);
        return run;
      },
      { first: 4_000, most: 2_000_000, within: 1.1 },
    );
    return { ...found, version: visitor.version };
  } finally {
    await visitor.close();
  }
}
