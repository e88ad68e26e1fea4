import { type Question, UNKNOWN } from './questions.ts';

/** One card of a question: an answer, and the key that chooses it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly key: string;
}

/** The cards of a question, keys 1–9 in order; "I don't know" comes last and has the key 0. */
export function choicesOf(question: Question): readonly Choice[] {
  return [
    ...question.options.map((option, at) => ({ ...option, key: String(at + 1) })),
    {
      value: UNKNOWN,
      label: 'I don’t know',
      hint: 'We take what is usual in such apps',
      key: '0',
    },
  ];
}

/** What a key chooses among the cards of a question; undefined when it chooses nothing. */
export function choiceOfKey(question: Question, key: string): Choice | undefined {
  return choicesOf(question).find((choice) => choice.key === key);
}

/** The words of an answer, as the visitor read them on its card. */
export function labelOf(question: Question, value: string): string {
  return choicesOf(question).find((choice) => choice.value === value)?.label ?? value;
}
