import { MODEL_VERSION } from '#src/capacity/model.ts';
import { type Answers, answersSchema } from '#src/quiz/answers.ts';
import { questions } from '#src/quiz/questions.ts';
import { type RepairId, repairIds } from './repairs.ts';

/** Version of the link's form: the questions and their values. */
const LINK_VERSION = '1';

/** What a link holds, or a sentence that says why not and what to do. */
export type Linked =
  | {
      readonly ok: true;
      readonly answers: Answers;
      readonly model: string;
      /** The repairs that are switched on; absent where the link says nothing of them, which is all. */
      readonly repairs?: readonly RepairId[];
    }
  | { readonly ok: false; readonly message: string };

/** Longer than any link that this site makes. */
const LONGEST = 2_000;

const refuse = (message: string): Linked => ({ ok: false, message });

/** Between the repairs that are switched on, and in their place when none is. */
const BETWEEN = '.';
const NONE = 'none';

/** Repairs by name, each once, in the order of the list; undefined where it says something else. */
function repairsIn(text: string): readonly RepairId[] | undefined {
  const named = text === NONE ? [] : text.split(BETWEEN);
  const known = repairIds.filter((repair) => named.includes(repair));
  return known.length === named.length ? known : undefined;
}

/**
 * The answers as a fragment, without the `#`: `v=1&model=1.0.0&builder=lovable&…`, in the order of
 * the questions. `repairs`: those that are switched on, where not all are.
 */
export function toFragment(
  answers: Answers,
  model: string = MODEL_VERSION,
  repairs?: readonly RepairId[],
): string {
  const params = new URLSearchParams({ v: LINK_VERSION, model });
  for (const { id } of questions) {
    const answer = answers[id];
    if (answer !== undefined) params.set(id, answer);
  }
  if (repairs) {
    const named = repairIds.filter((repair) => repairs.includes(repair));
    params.set('repairs', named.join(BETWEEN) || NONE);
  }
  return params.toString();
}

/** The answers in a fragment, with or without the `#`. Unknown, doubled or changed values are refused. */
export function fromFragment(fragment: string): Linked {
  const text = fragment.startsWith('#') ? fragment.slice(1) : fragment;
  if (text.length > LONGEST) {
    return refuse(
      'This link is longer than any that we make. Copy it again, or take the quiz anew.',
    );
  }
  const params = [...new URLSearchParams(text)];
  const { v, model, repairs, ...answers } = Object.fromEntries(params);
  if (v === undefined) return refuse('This link holds no report. Copy it again, or take the quiz.');
  if (v !== LINK_VERSION) {
    return refuse(
      'This link is from another version of the quiz. Take the quiz again to get a report.',
    );
  }
  const whole = new Set(params.map(([key]) => key)).size === params.length;
  const parsed = answersSchema.safeParse(answers);
  const on = repairs === undefined ? undefined : repairsIn(repairs);
  if (
    !whole ||
    (repairs !== undefined && !on) ||
    !parsed.success ||
    !model ||
    !/^\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(model)
  ) {
    return refuse(
      'This link was changed on its way. Copy it again from the report, or take the quiz anew.',
    );
  }
  return { ok: true, answers: parsed.data, model, ...(on && { repairs: on }) };
}
