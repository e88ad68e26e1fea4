import type { Answers } from '#src/quiz/answers.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { promptOf, toolOf } from './prompt/prompt.ts';
import { proofOf } from './proof/proof.ts';
import type { Defect } from './report.ts';
import './take-away.css';

interface Props {
  readonly defect: Defect;
  readonly answers: Answers;
}

/** What the visitor takes away of one defect: a text for her tool, and how to see that it is repaired. */
export function TakeAway({ defect, answers }: Props) {
  const { how, sql, now, after, repairs } = proofOf(defect.repair, answers);
  return (
    <div className="take-away">
      <h4>Paste this into {toolOf(answers)}</h4>
      <CopyText name="Text for your tool" text={promptOf(defect, answers)} label="Copy the text" />
      {defect.sql && (
        <>
          <h4>Written for your tables</h4>
          <p>
            Run each statement by itself, in a test project first. An index that is made
            “concurrently” stops no writes, and the rewritten rules show the same people the same
            rows.
          </p>
          <CopyText
            name="Statements for your tables"
            text={defect.sql.join('\n')}
            label="Copy the statements"
          />
        </>
      )}
      <h4>See that it is there, and then that it is gone</h4>
      <p>{how}</p>
      {sql && <CopyText name="Query that shows it" text={sql} label="Copy the query" />}
      <dl className="take-away-proof">
        <div>
          <dt>Now</dt>
          <dd>{now}</dd>
        </div>
        <div>
          <dt>Repaired</dt>
          <dd>{after}</dd>
        </div>
      </dl>
      {repairs && (
        <>
          <p>
            This one lists the foreign keys without an index, each with the statement that makes it.
            Run those one by one; the app stays usable meanwhile.
          </p>
          <CopyText
            name="Query that writes the repair"
            text={repairs}
            label="Copy the second query"
          />
        </>
      )}
    </div>
  );
}
