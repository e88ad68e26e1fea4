import type { Part } from '#functions/mail/letter.ts';
import { row, type } from '#functions/mail/look.ts';
import { Table } from './Table.tsx';

/** Repairs, numbered in the order in which to do them. */
export const Steps = ({ steps }: Part<'steps'>) => (
  <Table>
    {steps.map(({ title, detail }, i) => (
      <tr key={title}>
        <td width={36} className="line ink" style={{ ...type.number, ...row }}>
          {i + 1}
        </td>
        <td className="line" style={row}>
          <div className="ink" style={type.strong}>
            {title}
          </div>
          {detail && (
            <div className="quiet" style={type.small}>
              {detail}
            </div>
          )}
        </td>
      </tr>
    ))}
  </Table>
);
