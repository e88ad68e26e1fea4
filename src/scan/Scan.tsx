import { useEffect, useMemo, useRef, useState } from 'react';
import { answersIn, foundBy } from '#src/quiz/evidence.ts';
import { readFound, saveFound } from '#src/quiz/found.ts';
import { readAnswers, saveAnswers } from '#src/quiz/storage.ts';
import { ErrorSummary } from '#src/ui/ErrorSummary.tsx';
import { Answers } from './Answers.tsx';
import { evidencesOf, withoutSmall } from './answers.ts';
import { askedFor } from './asked.ts';
import { Coverage } from './Coverage.tsx';
import { Drop } from './Drop.tsx';
import { Findings, type Words } from './Findings.tsx';
import { type Chosen, zipIn } from './folder.ts';
import { groupsOf } from './groups.ts';
import { Lengths } from './Lengths.tsx';
import type { Request, Scanned } from './message.ts';
import { Paste } from './Paste.tsx';
import { readResult } from './query/result.ts';
import { withWord } from './rank.ts';
import { repairsOf } from './repairs.ts';
import { type Sizes, sizesIn } from './size.ts';
import { TakeAway } from './TakeAway.tsx';
import { useScan } from './useScan.tsx';
import './scan.css';

const NOTHING: Request = { files: [] };

/** The findings with what follows from them; what the visitor calls small is kept on this device. */
function Sheet({ scanned, words }: { readonly scanned: Scanned; readonly words: Words }) {
  const [small, setSmall] = useState<readonly string[]>(() => readFound().small);
  const [sizes, setSizes] = useState<Sizes>(() => sizesIn(readFound().sizes));
  const top = useRef<HTMLHeadingElement>(null);
  const { summary } = scanned;
  const asked = useMemo(() => askedFor(scanned.findings), [scanned]);
  // What she said of another app, and cannot see here, says nothing of this one.
  const word = useMemo(
    () =>
      Object.fromEntries(
        asked.flatMap(({ table }) => (sizes[table] ? [[table, sizes[table]]] : [])),
      ),
    [asked, sizes],
  );
  const findings = useMemo(() => withWord(scanned.findings, word), [scanned, word]);
  const kept = useMemo(() => withoutSmall(findings, small), [findings, small]);
  const evidences = useMemo(() => evidencesOf(kept, summary), [kept, summary]);
  const repairs = useMemo(() => repairsOf(kept), [kept]);
  const groups = useMemo(() => groupsOf(findings), [findings]);
  useEffect(() => {
    // What an earlier scan said and this one no longer does is taken back; what was told stays.
    const found = readFound().evidences;
    const before = answersIn(foundBy(found, 'scan'));
    const told = Object.entries(readAnswers()).filter(
      ([id, value]) => before[id as keyof typeof before] !== value,
    );
    saveFound({ evidences: { ...foundBy(found, 'test'), ...evidences }, small, sizes });
    saveAnswers({ ...Object.fromEntries(told), ...answersIn(evidences) });
  }, [evidences, small, sizes]);
  useEffect(() => top.current?.focus(), []);
  return (
    <div className="scan-sheet">
      <h2 className="hidden-visually" tabIndex={-1} ref={top}>
        Read: {groups.length} findings
      </h2>
      <Coverage scanned={scanned} />
      <Answers evidences={evidences} />
      <Lengths
        asked={asked}
        told={sizes}
        onTell={(table, size) => {
          const { [table]: _, ...others } = sizes;
          setSizes(size ? { ...others, [table]: size } : others);
        }}
      />
      <Findings
        groups={groups}
        words={words}
        small={small}
        onSmall={(key, yes) => setSmall(yes ? [...small, key] : small.filter((one) => one !== key))}
      />
      <TakeAway repairs={repairs} />
    </div>
  );
}

/** The visitor's own app, read in her browser. */
export function Scan({ words }: { readonly words: Words }) {
  const { state, start, cancel, refuse } = useScan();
  // What could be read so far; what was refused is not given again with the next.
  const read = useRef<Request>(NOTHING);
  const tried = useRef<Request>(NOTHING);
  const add = (more: Partial<Request>) => {
    tried.current = { ...read.current, ...more };
    start(tried.current);
  };
  useEffect(() => {
    if (state.kind === 'scanned') read.current = tried.current;
  }, [state.kind]);
  const onChosen = (chosen: readonly Chosen[]) => {
    if (chosen.length === 0) return;
    const zip = zipIn(chosen);
    add(zip ? { zip, files: [] } : { zip: undefined, files: chosen });
  };
  const onResult = (text: string) => {
    const pasted = readResult(text);
    if (pasted.ok) add({ result: pasted.result });
    else refuse(pasted.message);
  };
  const share = state.kind === 'reading' && state.of > 0 ? state.done / state.of : 0;
  return (
    <div className="scan">
      {state.kind === 'refused' && (
        <ErrorSummary
          title="That could not be read"
          errors={[{ field: 'scan-drop', message: state.message }]}
        />
      )}
      {state.kind === 'scanned' && <Sheet scanned={state.scanned} words={words} />}
      {state.kind === 'reading' ? (
        <div className="scan-drop" role="status">
          <h2>Reading…</h2>
          <progress value={share} max={1} aria-label="Files read" />
          <p className="figure">
            {state.of > 0 ? `${state.done} of ${state.of} files` : 'Looking for files'}
          </p>
          <button className="button button-outline" type="button" onClick={cancel}>
            Stop
          </button>
        </div>
      ) : (
        <div id="scan-drop" tabIndex={-1}>
          <Drop onChosen={onChosen} />
        </div>
      )}
      <Paste onResult={onResult} onDump={(dump) => add({ dump })} />
    </div>
  );
}
