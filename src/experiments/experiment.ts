import type { Plan } from '#src/postgres/plan.ts';
import type { Trial } from '#src/postgres/trial.ts';

/** What the reader sets, by the control's id. */
export type Settings = Readonly<Record<string, number>>;

/** A slider with stops, or a choice between a few named things; both stand for a number. */
export interface Control {
  readonly id: string;
  readonly label: string;
  readonly kind: 'slider' | 'choice';
  readonly options: readonly { readonly value: number; readonly label: string }[];
  /** One of the options' values; the recorded run that is shown first was made with it. */
  readonly initial: number;
}

export type Unit = 'ms' | 'seconds' | 'bytes' | 'count' | 'share';

/** Something measured in each case. The first of an experiment carries its claim. */
interface Metric {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
}

/** One of the two or three ways that are compared. */
interface Case {
  readonly id: string;
  readonly label: string;
  /** The repaired way. */
  readonly good: boolean;
}

/** A quantity over time, a point at equal steps, for each case. */
interface Series {
  readonly id: string;
  readonly label: string;
  /** How long the points span, in seconds. */
  readonly seconds: number;
  readonly cases: Readonly<Record<string, readonly number[]>>;
}

/** What one run found. */
export interface Result {
  /** By case, then by metric. */
  readonly values: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly plans?: Readonly<Record<string, Plan>>;
  readonly series?: Series;
}

interface Common {
  /** The same stem names the file, the recorded run and the tag in an article. */
  readonly slug: string;
  readonly title: string;
  /** The question that it answers, as a founder would ask it. */
  readonly question: string;
  readonly controls: readonly Control[];
  readonly metrics: readonly Metric[];
  readonly cases: readonly Case[];
  /** What the settings amount to, in a few words: "100,000 orders". */
  readonly setting: (settings: Settings) => string;
  /** What came out and why, in a founder's words; the first sentence is the finding. */
  readonly explain: (result: Result, settings: Settings) => readonly string[];
  /** Where figures come from that were neither measured nor reckoned here, with the day they were read. */
  readonly sources?: readonly { readonly text: string; readonly href: string }[];
  /** The repair, where it is a line that can be copied. */
  readonly repair?: string;
  /** What it promises, and at which settings; a test runs it there and fails when it does not hold. */
  readonly claim: {
    readonly says: string;
    readonly at: Settings;
    readonly holds: (result: Result) => boolean;
  };
}

/** A piece of the preparation, with what the reader is told meanwhile. */
interface Step {
  readonly label: string;
  readonly sql: string;
}

/** Run by PostgreSQL in the reader's own browser. */
export interface DatabaseExperiment extends Common {
  readonly kind: 'database';
  readonly setUp: (settings: Settings) => readonly Step[];
  /** In this order; what a case changes stays changed for the next. */
  readonly cases: readonly (Case & {
    readonly before?: (settings: Settings) => readonly Step[];
    readonly trial: (settings: Settings) => Trial;
  })[];
}

/** Played through without a database, with the equations of the capacity model. */
export interface Simulation extends Common {
  readonly kind: 'simulation';
  /** The same seed gives the same run. */
  readonly run: (settings: Settings, seed: number) => Result;
}

/** The seed of the run that every reader sees first. */
export const FIRST_SEED = 1;

export type Experiment = DatabaseExperiment | Simulation;

/** Every combination of the controls' stops. */
export const everySetting = ({ controls }: Experiment): readonly Settings[] =>
  controls.reduce<readonly Settings[]>(
    (sofar, { id, options }) =>
      sofar.flatMap((settings) => options.map(({ value }) => ({ ...settings, [id]: value }))),
    [{}],
  );

/** Settings as one word, the same for the same settings. */
export const keyOf = (settings: Settings): string =>
  Object.entries(settings)
    .map(([id, value]) => `${id}=${value}`)
    .sort()
    .join('&');

/** The settings that an experiment starts with. */
export const initial = (experiment: Experiment): Settings =>
  Object.fromEntries(experiment.controls.map(({ id, initial }) => [id, initial]));

/** @throws {Error} when the run lacks it, which would be a mistake in the experiment. */
export function found(result: Result, caseId: string, metric: string): number {
  const value = result.values[caseId]?.[metric];
  if (value === undefined) throw new Error(`The run has no ${metric} of ${caseId}`);
  return value;
}

/** @throws {Error} when the experiment has no such control. */
export function set(settings: Settings, id: string): number {
  const value = settings[id];
  if (value === undefined) throw new Error(`The setting ${id} is missing`);
  return value;
}
