import { type KeyboardEvent, type Ref, useEffect, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { ErrorSummary } from '#src/ui/ErrorSummary.tsx';
import type { Answers } from './answers.ts';
import { choiceOfKey, choicesOf } from './choices.ts';
import { Lookable } from './Lookable.tsx';
import { Measured } from './Measured.tsx';
import type { Step } from './path.ts';
import { Progress } from './Progress.tsx';
import { choiceId, QuestionFields } from './QuestionFields.tsx';
import { Skipped } from './Skipped.tsx';

/** How long a tapped card is shown as chosen before the next question comes, in milliseconds. */
const SEEN = 220;

interface Props {
  readonly form: UseFormReturn<Answers>;
  readonly step: Step;
  readonly answers: Answers;
  /** What knowing the answer is worth, in words; nothing while it is worked out. */
  readonly worth: string | undefined;
  readonly count: { readonly at: number; readonly total: number };
  /** Left out just before this question, and, where it is the last one, after it. */
  readonly skipped: readonly Step[];
  readonly skippedAfter: readonly Step[];
  readonly heading: Ref<HTMLHeadingElement>;
  /** With this answer the quiz is done. */
  readonly last: boolean;
  /** The same of the answer that is chosen at this moment, whether or not the page shows it yet. */
  readonly isLast: () => boolean;
  readonly onNext: () => void;
  readonly onBack?: (() => void) | undefined;
}

/** One step: a question, its answers, and the ways forward and back. */
export function Question(props: Props) {
  const { form, step, count, heading, last, onNext, onBack } = props;
  const summary = useRef<HTMLDivElement>(null);
  const forward = useRef<HTMLButtonElement>(null);
  const tapped = useRef(false);
  const isLast = useRef(props.isLast);
  isLast.current = props.isLast;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const error = form.formState.errors[step.id]?.message;
  const tries = form.formState.submitCount;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try moves the focus there again
  useEffect(() => summary.current?.focus(), [tries]);

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    tapped.current = false;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const choice = choiceOfKey(step, event.key);
    const target = event.target as HTMLElement;
    if (choice) {
      event.preventDefault();
      const input = document.getElementById(choiceId(step.id, choice.value));
      input?.click();
      input?.focus();
    } else if (event.key === 'Enter' && !target.closest('button, a')) {
      event.preventDefault();
      onNext();
    }
  };

  /** A finger or a mouse that chose a card goes on by itself; keys never do. */
  const onTap = (target: EventTarget) => {
    if (!tapped.current || !(target instanceof HTMLInputElement)) return;
    tapped.current = false;
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => (isLast.current() ? forward.current?.focus() : onNext()),
      SEEN,
    );
  };

  const first = choicesOf(step)[0]?.value ?? '';
  return (
    <form
      noValidate
      onKeyDown={onKeyDown}
      onClick={(event) => onTap(event.target)}
      onSubmit={(event) => {
        event.preventDefault();
        clearTimeout(timer.current);
        onNext();
      }}
    >
      <Progress step={step} {...count} />
      <Skipped steps={props.skipped} />
      <ErrorSummary
        box={summary}
        errors={error ? [{ field: choiceId(step.id, first), message: error }] : []}
      />
      <QuestionFields
        step={step}
        field={form.register(step.id)}
        error={error}
        heading={heading}
        onPointerDown={() => {
          tapped.current = true;
        }}
      >
        <Lookable id={step.id} answers={props.answers} worth={props.worth} />
        <Measured step={step} answers={props.answers} />
      </QuestionFields>
      {last && <Skipped steps={props.skippedAfter} />}
      <div className="quiz-actions">
        <button
          className={`button ${last ? 'button-primary' : 'button-ink'}`}
          type="submit"
          ref={forward}
        >
          {last ? 'See the report' : 'Continue'}
        </button>
        {onBack && (
          <button className="button button-outline" type="button" onClick={onBack}>
            Back
          </button>
        )}
      </div>
      <p className="quiz-keys small quiet">
        A tap on an answer moves on.{' '}
        <span className="quiz-keyboard">
          On a keyboard, <kbd>1</kbd>–<kbd>9</kbd> and <kbd>0</kbd> choose, <kbd>Enter</kbd>{' '}
          continues.
        </span>
      </p>
    </form>
  );
}
