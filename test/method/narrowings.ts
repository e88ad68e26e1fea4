/** Random narrowings of what is known of an app, and what each does to the band as reports show it. */
import fc from 'fast-check';
import { type App, quantities, usualChoices } from '#src/capacity/app.ts';
import { draw } from '#src/capacity/draw.ts';
import { estimate } from '#src/capacity/estimate.ts';
import { load } from '#src/capacity/limits.ts';
import { type Amount, type Choice, choiceAt } from '#src/capacity/range.ts';
import type { Estimate } from '#src/capacity/rating.ts';
import { rig } from '#src/capacity/rig.ts';
import type { Narrowed } from '#src/method/narrowing.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { appOf } from '#src/quiz/app.ts';
import { loadOf } from '#src/quiz/load.ts';
import { type Question, questions, UNKNOWN } from '#src/quiz/questions.ts';
import { narrower } from '#test/capacity/random-app.ts';
import { answers } from '#test/report/random-answers.ts';

/** The band before and after. */
type Change = readonly [before: Estimate, after: Estimate];

const at = fc.integer({ min: 0, max: 999 }).map((thousandths) => thousandths / 1000);
const oneAt = <T>(all: readonly T[], share: number): T | undefined =>
  all[Math.floor(share * all.length)];

const bandOf = (app: App) => estimate(draw(app).map((sample) => load(rig(sample))));

/** A question that fits and is open is answered. Target and users say nothing of the app. */
function answered(given: Answers, question: number, option: number): Change | undefined {
  const open = (questions as readonly Question[]).filter(
    ({ id, when }) =>
      id !== 'target' &&
      id !== 'users' &&
      (given[id as keyof Answers] ?? UNKNOWN) === UNKNOWN &&
      (when?.(given) ?? true),
  );
  const asked = oneAt(open, question);
  if (!asked) return undefined;
  const value = oneAt(asked.options, option)?.value;
  return [loadOf({ ...given, [asked.id]: UNKNOWN }), loadOf({ ...given, [asked.id]: value })];
}

/** One input becomes narrower: a range a part of itself, a choice one of its alternatives. */
function narrowed(given: Answers, input: number, a: number, b: number): Change | undefined {
  const app = appOf(given);
  const usual = Object.entries(quantities).map(([id, quantity]) => [id, quantity.usual]);
  const all = { ...Object.fromEntries(usual), ...usualChoices, ...app } as Record<
    string,
    Amount | Choice<string>
  >;
  const open = Object.entries(all).filter(([, value]) => typeof value === 'object');
  const picked = oneAt(open, input);
  if (!picked) return undefined;
  const [id, value] = picked;
  const part =
    typeof value === 'object' && 'oneOf' in value
      ? choiceAt(value, a)
      : narrower(value as Amount, a, b);
  return [bandOf(app), bandOf({ ...app, [id]: part })];
}

/** A band a tenth wider than before, on the ruler, is much wider. */
const MUCH = 1.1;

function summed(changes: readonly (Change | undefined)[]): Narrowed {
  const widths = changes.flatMap((change) =>
    change ? [change.map(({ low, high }) => Math.log10(high / low)) as [number, number]] : [],
  );
  const count = (test: (before: number, after: number) => boolean) =>
    widths.filter(([before, after]) => test(before, after)).length;
  const mean = widths.reduce((sum, [before, after]) => sum + before - after, 0) / widths.length;
  return {
    tried: widths.length,
    wider: count((before, after) => after > before),
    muchWider: count((before, after) => after > MUCH * before),
    times: Number((10 ** mean).toPrecision(3)),
  };
}

/** The same each time: what is published has to be found again. */
const drawn = <T>(arbitrary: fc.Arbitrary<T>) => fc.sample(arbitrary, { seed: 1, numRuns: 1000 });

export const answersTried = () =>
  summed(drawn(fc.tuple(answers, at, at)).map(([given, a, b]) => answered(given, a, b)));

export const inputsTried = () =>
  summed(drawn(fc.tuple(answers, at, at, at)).map(([given, a, b, c]) => narrowed(given, a, b, c)));
