import { zodResolver } from '@hookform/resolvers/zod';
import { useMemo, useRef } from 'react';
import { useForm } from 'react-hook-form';
import { z } from '#src/zod.ts';
import { type Answers, answerTo, keyOf, knownAnswers } from './answers.ts';
import { worthOf } from './band.ts';
import { fitted } from './fitted.ts';
import { forgetFound, readFound } from './found.ts';
import { LoadSoFar } from './LoadSoFar.tsx';
import { order, type Step } from './path.ts';
import { countOf, placeAfter, skippedBefore } from './progress.ts';
import { Question } from './Question.tsx';
import type { QuizProps } from './Quiz.tsx';
import { Saved } from './Saved.tsx';
import { Summary } from './Summary.tsx';
import { forgetAnswers, savePlace } from './storage.ts';
import { useAhead, waysOn } from './useAhead.tsx';
import { useAnswers } from './useAnswers.tsx';
import { useArrival } from './useArrival.tsx';
import { useBefore } from './useBefore.tsx';
import { useKept } from './useKept.tsx';
import { usePlace } from './usePlace.tsx';
import { Why } from './Why.tsx';

interface Props extends Omit<QuizProps, 'children'> {
  readonly start: Answers;
}

/** All that is asked of a step: an answer to its question. The summary asks nothing. */
const answered = (step: Step | undefined) =>
  z.object(step ? { [step.id]: answerTo(step) } : {}) as unknown as z.ZodMiniType<Answers, Answers>;

/** The quiz, one question to a screen. */
export function Steps({ start, first, engine, reportAddress }: Props) {
  const form = useForm<Answers>({
    defaultValues: start,
    shouldFocusError: false,
    resolver: (values, context, options) => zodResolver(answered(step))(values, context, options),
  });
  const [answers, settle] = useAnswers(form);
  const { place, changing, go, restart, back } = usePlace(answers);
  const plain = order(answers).find(({ id }) => id === place);
  const step = plain && fitted(plain, answers);
  const lookUp = useAhead(answers, plain, engine);
  const known = lookUp(answers);
  const before = useBefore(answers);
  const heading = useRef<HTMLHeadingElement>(null);
  const saved = useKept(answers, place);
  const [any, key] = [Object.keys(answers).length > 0, keyOf(answers)];

  // What stands over a question stays while it is answered.
  // biome-ignore lint/correctness/useExhaustiveDependencies: reckoned at the arrival
  const arrival = useMemo(
    () => ({
      count: countOf(answers, place, known),
      skipped: skippedBefore(answers, place, known),
      again: step !== undefined && answers[step.id] !== undefined,
    }),
    [place],
  );
  const error = step && form.formState.errors[step.id]?.message;
  const { again, count, skipped } = arrival;
  const { at, total } = count;
  const name = step ? `Question ${at} of ${total}: ${step.title}` : 'Your answers';
  const top = useArrival(place, heading, `${error ? 'Error: ' : ''}${name}`);

  // Once the page says that the quiz is done with these answers, it is.
  const done = useRef('');
  const after = (given: Answers) =>
    done.current === keyOf(given)
      ? 'summary'
      : placeAfter(given, place, lookUp(given), again, readFound().evidences);
  const ends = (given: Answers) =>
    step !== undefined && given[step.id] !== undefined && !changing() && after(given) === 'summary';
  const last = ends(answers);
  if (last) done.current = key;

  const next = form.handleSubmit(() => {
    form.clearErrors();
    settle();
    const given = knownAnswers(form.getValues());
    if (changing()) return go('summary');
    const to = after(given);
    if (to !== 'summary') return go(to);
    savePlace('summary');
    location.assign(reportAddress(given));
  });

  const startOver = () => {
    forgetAnswers();
    forgetFound();
    form.reset({});
    settle();
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
            answers={answers}
            worth={worthOf(waysOn(answers, step).map((way) => lookUp(way)?.load))}
            count={count}
            skipped={skipped}
            skippedAfter={skippedBefore(answers, 'summary', known)}
            heading={heading}
            onNext={next}
            onBack={at > 1 || changing() ? back : undefined}
            last={last}
            isLast={() => ends(knownAnswers(form.getValues()))}
          />
        ) : (
          <Summary
            answers={answers}
            known={known}
            heading={heading}
            onChange={(id) => go(id, true)}
            onGoOn={go}
            reportAddress={reportAddress(answers)}
          />
        )}
        {any && (
          <Saved saved={saved} onStartOver={startOver} onSummary={step && (() => go('summary'))} />
        )}
      </div>
      <aside className="quiz-aside panel">
        <LoadSoFar
          load={any ? known?.load : first}
          first={first}
          before={before && lookUp(before)?.load}
          answered={any}
        />
        {step && <Why step={step} />}
      </aside>
    </div>
  );
}
