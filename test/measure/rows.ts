import { type Break, findBreak, type Trial } from './load/break.ts';
import { Visitor, visits } from './device.ts';
import type { Visit } from './visit.ts';
import type { Device } from './lab/configuration.ts';
import { quiet } from './lab/quiet.ts';
import { SLOW_SECONDS } from '#src/capacity/rating.ts';

const FEW = 2_000;
/** Rows that are tried at most: 248 MB as JSON, half of the longest text that V8 holds. */
const MOST = 1_000_000;

export interface DeviceRun extends Trial {
  readonly visit: Visit;
  readonly disturbed: boolean;
}

/** Rows at which a single visitor waits too long; one visitor has no tail, so the middle of five visits counts. */
export async function driveDevice(
  device: Device,
  say: (run: DeviceRun) => void,
): Promise<Break<DeviceRun> & { readonly version: string }> {
  const visitor = await Visitor.open(device);
  const shownOf = (rows: number) => (device.shown === 'all' ? rows : device.shown);
  try {
    // A list takes about as long for each row: so the search begins near its end.
    await visitor.visit(FEW, shownOf(FEW));
    const { total } = await visits(visitor, FEW, shownOf(FEW), 3);
    const first = (FEW * SLOW_SECONDS) / total;
    const found = await findBreak<DeviceRun>(
      async (rows) => {
        const calm = await quiet();
        const visit = await visits(visitor, rows, shownOf(rows), 5);
        const run = {
          level: rows,
          p95: visit.total,
          errors: 0,
          visit,
          disturbed: !calm,
        };
        say(run);
        return run;
      },
      { first, most: MOST, step: 1.3, within: 1.1 },
    );
    return { ...found, version: visitor.version };
  } finally {
    await visitor.close();
  }
}
