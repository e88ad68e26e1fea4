import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { z } from '#src/zod.ts';
import { type Answers, answerTo, knownAnswers } from './answers.ts';
import { forgetFound } from './found.ts';
import { LoadSoFar } from './LoadSoFar.tsx';
import { path, type Step } from './path.ts';
import { firstOpen, placeAfter } from './progress.ts';
import { Question } from './Question.tsx';
import type { QuizProps } from './Quiz.tsx';
import { Saved } from './Saved.tsx';
import { Summary } from './Summary.tsx';
import { forgetAnswers, saveAnswers } from './storage.ts';
import { usePlace } from './usePlace.tsx';
import { Why } from './Why.tsx';

interface Props extends Omit<QuizProps, 'children'> {
  readonly start: Answers;
}

/** All that is asked of a step: an answer to its question. The summary asks nothing. */
const answered = (step: Step | undefined) =>
  z.object(step ? { [step.id]: answerTo(step) } : {}) as unknown as z.ZodMiniType<Answers, Answers>;

/** The quiz, one question to a screen. */
export function Steps({ start, first, reportAddress }: Props) {
  const form = useForm<Answers>({
    defaultValues: start,
    shouldFocusError: false,
    resolver: (values, context, options) => zodResolver(answered(step))(values, context, options),
  });
  const answers = knownAnswers(useWatch({ control: form.control }));
  const { place, changing, go, restart, back } = usePlace(answers);
  const steps = path(answers);
  const at = steps.findIndex(({ id }) => id === place);
  const step = steps[at];
  const error = step && form.formState.errors[step.id]?.message;
  const top = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [saved, setSaved] = useState(true);
  const arrived = useRef(false);

  const kept = JSON.stringify(answers);
  useEffect(() => {
    if (kept !== '{}') setSaved(saveAnswers(JSON.parse(kept)));
  }, [kept]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs at each step, whatever it is
  useEffect(() => {
    if (arrived.current) top.current?.scrollIntoView({ behavior: 'instant', block: 'start' });
    if (arrived.current || document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
    arrived.current = true;
  }, [place]);

  const name = step ? `Question ${at + 1} of ${steps.length}: ${step.title}` : 'Your answers';
  useEffect(() => {
    document.title = `${error ? 'Error: ' : ''}${name}`;
  }, [error, name]);

  const next = form.handleSubmit(() => {
    form.clearErrors();
    const given = knownAnswers(form.getValues());
    const open = firstOpen(given);
    if (changing()) go(open?.id ?? 'summary', true);
    else if (at === steps.length - 1 && !open) location.assign(reportAddress(given));
    else go(placeAfter(given, place));
  });

  const startOver = () => {
    forgetAnswers();
    forgetFound();
    form.reset({});
    restart('builder');
    heading.current?.focus();
  };

  return (
    <div className="quiz" ref={top}>
      <div className="quiz-main">
        {step ? (
          <Question
            key={step.id}
            form={form}
            step={step}
            at={at}
            total={steps.length}
            heading={heading}
            onNext={next}
            onBack={at > 0 || changing() ? back : undefined}
            last={at === steps.length - 1}
          />
        ) : (
          <Summary
            answers={answers}
            heading={heading}
            onChange={(id) => go(id, true)}
            reportAddress={reportAddress(answers)}
          />
        )}
        {kept !== '{}' && <Saved saved={saved} onStartOver={startOver} />}
      </div>
      <aside className="quiz-aside panel">
        <LoadSoFar answers={answers} first={first} />
        {step && <Why step={step} />}
      </aside>
    </div>
  );
}
