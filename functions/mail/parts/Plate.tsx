import { users } from '#src/ui/number.ts';
import type { Part } from '#functions/mail/letter.ts';
import { colour, table, type } from '#functions/mail/look.ts';

/** The plate: yellow with ink on it in light and dark, as on the site. */
export const Plate = ({ load, facts }: Part<'plate'>) => (
  <table
    role="presentation"
    cellPadding={0}
    cellSpacing={0}
    style={{
      ...table,
      borderCollapse: 'separate',
      backgroundColor: colour.signal,
      border: `2px solid ${colour.ink}`,
      borderRadius: '8px',
    }}
  >
    <tbody>
      <tr>
        <td style={{ padding: '22px 24px 20px' }}>
          <div style={type.caps}>Rated load</div>
          <div className="load" style={type.load}>
            {users(load.likely)}
          </div>
          <div style={{ ...type.caps, fontSize: '20px', lineHeight: '24px' }}>users at once</div>
          {facts.map(({ label, value }) => (
            <div
              key={label}
              style={{
                borderTop: `1px solid ${colour.ink}`,
                marginTop: '12px',
                paddingTop: '10px',
              }}
            >
              <div style={{ ...type.caps, fontSize: '13px' }}>{label}</div>
              <div style={type.strong}>{value}</div>
            </div>
          ))}
        </td>
      </tr>
    </tbody>
  </table>
);
