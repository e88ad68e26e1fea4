import type { Step } from './path.ts';

/** What an answer to this question decides. */
export function Why({ step }: { readonly step: Step }) {
  return (
    <p className="quiz-why small">
      <b>Why we ask.</b> {step.why}
    </p>
  );
}
