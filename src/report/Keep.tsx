import { useState } from 'react';
import { saveAnswers } from '#src/quiz/storage.ts';
import type { Answers } from '#src/quiz/answers.ts';

/** Ways to keep the report, and to change it. */
export function Keep({ answers }: { readonly answers: Answers }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'by hand'>('no');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setCopied('yes');
    } catch {
      setCopied('by hand');
    }
  };
  return (
    <div className="keep no-print">
      <a
        className="button button-outline button-small"
        href="/quiz/"
        onClick={() => saveAnswers(answers)}
      >
        Change answers
      </a>
      <button className="button button-outline button-small" type="button" onClick={copy}>
        {copied === 'yes' ? 'Link copied' : 'Copy link'}
      </button>
      <button className="button button-outline button-small" type="button" onClick={() => print()}>
        Print
      </button>
      <p className="hidden-visually" role="status">
        {copied === 'yes' && 'Link copied'}
      </p>
      {copied === 'by hand' && (
        <p className="keep-link">
          <label className="field-label" htmlFor="keep-link">
            Copy this link
          </label>
          <input
            className="field-input"
            id="keep-link"
            readOnly
            value={location.href}
            ref={(input) => input?.select()}
          />
        </p>
      )}
    </div>
  );
}
