import type { Step } from './path.ts';
import { type Question, questions, UNKNOWN } from './questions.ts';

/** The questions whose answers decide whether another one is asked. */
export const DECIDING = ['builder', 'backend', 'rows'] as const;

type Given = Readonly<Record<string, string>>;

const all = questions as readonly Step[];
const open = (question: Question, given: Given) => question.when?.(given) ?? true;

/** Every way to answer the deciding questions, without answers to those that are not asked then. */
function cases(): readonly Given[] {
  return DECIDING.reduce<readonly Given[]>(
    (before, id) => {
      const question = all.find((q) => q.id === id) as Step;
      const values = [...question.options.map((option) => option.value), UNKNOWN];
      return before.flatMap((given) =>
        open(question, given) ? values.map((value) => ({ ...given, [id]: value })) : [given],
      );
    },
    [{}],
  );
}

/** An earlier question, and those of its answers after which a later one is needless. */
export interface Skip {
  readonly question: Step;
  readonly labels: readonly string[];
}

/** When a question can be left out, for the form that shows all of them at once. */
export function skipsOf(question: Question): readonly Skip[] {
  return DECIDING.map((id) => {
    const decider = all.find((q) => q.id === id) as Step;
    const needless = [...decider.options, { value: UNKNOWN, label: 'I don’t know' }].filter(
      ({ value }) => {
        const after = cases().filter((given) => given[id] === value);
        return after.length > 0 && after.every((given) => !open(question, given));
      },
    );
    return { question: decider, labels: needless.map(({ label }) => label) };
  }).filter((skip) => skip.labels.length > 0);
}
