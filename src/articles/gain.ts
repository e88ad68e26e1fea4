import { sound } from '#src/home/causes.ts';
import { example } from '#src/home/example.ts';
import { makeReport } from '#src/report/make.ts';
import type { Span } from '#src/ui/ruler.ts';
import { type Explained, faults } from './faults.ts';

/** How far a repair moves the marker: users at once of one app without it and with it. */
interface Gain {
  readonly from: Span;
  readonly to: Span;
}

const known = new Map<string, Gain>();

/**
 * What the repairs bring to the app of the home page that lacks nothing else. Without any repair: what
 * all of them together bring to the example app.
 */
export function gainOf(repairs: readonly Explained[] = []): Gain {
  const key = repairs.join();
  const found = known.get(key) ?? (repairs.length > 0 ? ofSome(repairs) : ofAll());
  known.set(key, found);
  return found;
}

const ofSome = (repairs: readonly Explained[]): Gain => ({
  from: makeReport(Object.assign({ ...sound }, ...repairs.map((repair) => faults[repair]))).load,
  to: makeReport(sound).load,
});

function ofAll(): Gain {
  const { load, repaired } = makeReport(example);
  return { from: load, to: repaired };
}
