import { Link } from '@react-email/components';
import type { Part } from '#functions/mail/letter.ts';
import { row, type } from '#functions/mail/look.ts';
import { Table } from './Table.tsx';

/** Labels with their values, one under the other. */
export const Facts = ({ facts }: Part<'facts'>) => (
  <Table>
    {facts.map(({ label, value, href }) => (
      <tr key={label}>
        <td
          width="32%"
          className="line quiet"
          style={{ ...type.small, ...row, padding: '10px 12px 10px 0' }}
        >
          {label}
        </td>
        <td
          className="line"
          style={{ ...row, padding: '8px 0', overflowWrap: 'anywhere', wordBreak: 'break-word' }}
        >
          {href ? (
            <Link href={href} className="ink" style={{ ...type.text, textDecoration: 'underline' }}>
              {value}
            </Link>
          ) : (
            <span className="ink" style={type.text}>
              {value}
            </span>
          )}
        </td>
      </tr>
    ))}
  </Table>
);
