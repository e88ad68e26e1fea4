import type { Grade } from '#src/report/report.ts';
import type { Part } from '#functions/mail/letter.ts';
import { colour, row, type } from '#functions/mail/look.ts';
import { Table } from './Table.tsx';

/** Colours of a grade's tag; the word on it says the same. */
const tags: Readonly<Record<Grade, { readonly backgroundColor: string; readonly color: string }>> =
  {
    dangerous: { backgroundColor: colour.over, color: '#ffffff' },
    major: { backgroundColor: colour.signal, color: colour.ink },
    minor: { backgroundColor: colour.line, color: colour.ink },
    advisory: { backgroundColor: colour.line, color: colour.ink },
    passed: { backgroundColor: colour.safe, color: '#ffffff' },
    unchecked: { backgroundColor: colour.line, color: colour.ink },
  };

/** Graded defects. */
export const Findings = ({ findings }: Part<'findings'>) => (
  <Table>
    {findings.map(({ grade, tag, title, detail }) => (
      <tr key={title}>
        <td className="line" style={row}>
          <span
            style={{
              ...type.caps,
              ...tags[grade],
              fontSize: '12px',
              padding: '2px 8px',
              borderRadius: '2px',
              display: 'inline-block',
            }}
          >
            {tag}
          </span>
          <div className="ink" style={{ ...type.strong, marginTop: '6px' }}>
            {title}
          </div>
          <div className="quiet" style={type.small}>
            {detail}
          </div>
        </td>
      </tr>
    ))}
  </Table>
);
