import { useState } from 'react';
import { saveAnswers } from '#src/quiz/storage.ts';
import { scenarioOf } from './scenario.ts';
import type { Shown } from './useReport.tsx';

/** What was copied, or stands there to be copied by hand where the browser forbids it. */
interface Copied {
  readonly what: 'Link' | 'Markdown';
  readonly byHand?: string;
}

async function markdownOf({ report, repairs, day }: Shown): Promise<string> {
  const { markdown } = await import('./markdown.ts');
  const scenario = scenarioOf(report, repairs);
  return markdown(report, scenario, day.toISOString().slice(0, 10), location.href);
}

/** Ways to keep the report, and to change it. */
export function Keep({ shown }: { readonly shown: Shown }) {
  const [copied, setCopied] = useState<Copied>();
  const copy = async (what: Copied['what'], text: string | Promise<string>) => {
    const all = await text;
    try {
      await navigator.clipboard.writeText(all);
      setCopied({ what });
    } catch {
      setCopied({ what, byHand: all });
    }
  };
  const done = copied?.byHand === undefined ? copied?.what : undefined;
  return (
    <div className="keep no-print">
      <a
        className="button button-outline button-small"
        href="/quiz/"
        onClick={() => saveAnswers(shown.report.answers)}
      >
        Change answers
      </a>
      <button
        className="button button-outline button-small"
        type="button"
        onClick={() => copy('Link', location.href)}
      >
        {done === 'Link' ? 'Link copied' : 'Copy link'}
      </button>
      <button
        className="button button-outline button-small"
        type="button"
        onClick={() => copy('Markdown', markdownOf(shown))}
      >
        {done === 'Markdown' ? 'Markdown copied' : 'Copy for a developer'}
      </button>
      <button className="button button-outline button-small" type="button" onClick={() => print()}>
        Print or save as PDF
      </button>
      <p className="hidden-visually" role="status">
        {done && `${done} copied`}
      </p>
      {copied?.byHand !== undefined && (
        <p className="keep-link">
          <label className="field-label" htmlFor="keep-link">
            {copied.what === 'Link' ? 'Copy this link' : 'Copy this text (Markdown)'}
          </label>
          <textarea
            className="field-input"
            id="keep-link"
            key={copied.what}
            readOnly
            rows={copied.what === 'Link' ? 3 : 12}
            defaultValue={copied.byHand}
            ref={(box) => {
              box?.focus();
              box?.select();
            }}
          />
        </p>
      )}
    </div>
  );
}
