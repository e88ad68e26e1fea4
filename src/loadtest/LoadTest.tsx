import { useState } from 'react';
import { Basis } from './Basis.tsx';
import { Made } from './Made.tsx';
import type { Plan } from './plan.ts';
import { Result } from './Result.tsx';
import { Run } from './Run.tsx';
import type { Target } from './target.ts';
import { TargetForm } from './TargetForm.tsx';
import { useGiven } from './useGiven.tsx';
import '#src/ui/tag.css';
import './load-test.css';

/** What the form came to. */
interface Ready {
  readonly target: Target;
  readonly plan: Plan;
}

/** A load test of the visitor's own app in three steps: the script, its run, what it found. */
export function LoadTest() {
  const given = useGiven();
  const answers = given?.answers ?? {};
  const [ready, setReady] = useState<Ready>();
  return (
    <div className="load-test">
      <section className="load-test-part" aria-labelledby="load-test-make">
        <h2 id="load-test-make">1. Make the script</h2>
        <Basis answers={given?.answers} refused={given?.refused} />
        <TargetForm answers={answers} onReady={(target, plan) => setReady({ target, plan })} />
        {ready && <Made target={ready.target} plan={ready.plan} />}
      </section>
      <section className="load-test-part" aria-labelledby="load-test-run">
        <h2 id="load-test-run">2. Install k6 and run it</h2>
        <Run target={ready?.target} />
      </section>
      <section className="load-test-part" aria-labelledby="load-test-read">
        <h2 id="load-test-read">3. Bring the result back</h2>
        <Result answers={answers} />
      </section>
    </div>
  );
}
