import { useEffect, useMemo, useRef } from 'react';
import { CopyText } from '#src/ui/CopyText.tsx';
import { inUsers } from '#src/report/words.ts';
import { Download } from './Download.tsx';
import type { Plan } from './plan.ts';
import { SCRIPT_FILE, scriptFor } from './script.ts';
import type { Target } from './target.ts';
import { volumeOf } from './volume.ts';

const listed = new Intl.ListFormat('en', { type: 'conjunction' });
const number = (value: number) => value.toLocaleString('en');

interface Props {
  readonly target: Target;
  readonly plan: Plan;
}

/** The script, what it will do, and ways to take it away. */
export function Made({ target, plan: { load, levels } }: Props) {
  const script = useMemo(() => scriptFor(target, levels), [target, levels]);
  const heading = useRef<HTMLHeadingElement>(null);
  const { minutes, requests, perSecond } = volumeOf(target, levels);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new script takes the focus again
  useEffect(() => heading.current?.focus(), [script]);
  return (
    <div className="load-test-made">
      <h3 tabIndex={-1} ref={heading}>
        Your script for {target.host}
      </h3>
      <p>
        {listed.format(levels.map(number))} users at once, one after another: about {minutes}{' '}
        minutes, at most {number(perSecond)} requests a second and {number(requests)} in all. With
        your answers the app is expected to give between {inUsers(load.low)} and{' '}
        {inUsers(load.high)}. It ends by itself at the first signs of distress, and it asks no other
        host.
      </p>
      <CopyText name="The script" text={script} label="Copy the script" />
      <Download text={script} file={SCRIPT_FILE} />
    </div>
  );
}
