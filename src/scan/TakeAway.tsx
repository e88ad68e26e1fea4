import { Code } from './Code.tsx';
import { Copy } from '#src/ui/Copy.tsx';
import type { Repairs } from './repairs.ts';

interface PartProps {
  readonly title: string;
  readonly hint: string;
  readonly text: string;
  readonly label: string;
}

function Part({ title, hint, text, label }: PartProps) {
  return (
    <div className="scan-take">
      <h3>{title}</h3>
      <p className="quiet">{hint}</p>
      <Code text={text} label={title} />
      <Copy text={text} label={label} />
    </div>
  );
}

/** What the visitor takes away: indexes, rewritten rules, and words for her tool. */
export function TakeAway({
  repairs: { indexes, policies, prompt },
}: {
  readonly repairs: Repairs;
}) {
  if (!prompt) return null;
  return (
    <section className="scan-part" aria-labelledby="scan-take">
      <h2 id="scan-take">To take away</h2>
      {indexes.length > 0 && (
        <Part
          title="The missing indexes"
          hint="Run each line by itself. The app stays usable meanwhile: “concurrently” makes an index without stopping writes."
          text={indexes.join('\n')}
          label="Copy the indexes"
        />
      )}
      {policies.length > 0 && (
        <Part
          title="The privacy rules, asking once"
          hint="The same people see the same rows; only the price changes. Try it in a test project first."
          text={policies.join('\n\n')}
          label="Copy the rules"
        />
      )}
      <Part
        title="For the tool that built it"
        hint="Paste this into Lovable, Bolt, v0, Cursor or Replit."
        text={prompt}
        label="Copy the text"
      />
    </section>
  );
}
