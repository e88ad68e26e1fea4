import { users } from '#src/ui/number.ts';
import { tickLabel } from '#src/ui/ruler.ts';
import type { Estimate } from '#src/capacity/rating.ts';
import type { Part } from '#functions/mail/letter.ts';
import { colour, table, type } from '#functions/mail/look.ts';
import { cells } from '#functions/mail/ruler.ts';
import { Flag } from './Flag.tsx';
import { Table } from './Table.tsx';

const fixed = { ...table, tableLayout: 'fixed' } as const;
const fill = { holds: colour.line, band: colour.signal, over: colour.over } as const;
const hatch = `repeating-linear-gradient(135deg, ${colour.over} 0 4px, ${colour.overLight} 4px 8px)`;

function Bar({ load }: { readonly load: Estimate }) {
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} style={fixed}>
      <tbody>
        <tr>
          {cells(load).map(({ zone, width, marked }) => (
            <td
              key={`${zone}${marked}`}
              width={`${width}%`}
              height={20}
              className={marked ? `${zone} ink` : zone}
              style={{
                height: '20px',
                fontSize: 0,
                lineHeight: 0,
                padding: 0,
                backgroundColor: fill[zone],
                ...(zone === 'over' && { backgroundImage: hatch }),
                ...(marked && { borderRight: `3px solid ${colour.ink}` }),
              }}
            >
              &nbsp;
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

const Scale = () => (
  <table role="presentation" cellPadding={0} cellSpacing={0} style={fixed}>
    <tbody>
      <tr>
        {[1, 10, 100, 1000, 10_000].map((tick) => (
          <td
            key={tick}
            width="20%"
            className="ink"
            style={{
              ...type.figure,
              borderTop: `2px solid ${colour.ink}`,
              borderLeft: `1px solid ${colour.ink}`,
              padding: '0 0 0 4px',
            }}
          >
            {tickLabel(tick, true)}
          </td>
        ))}
      </tr>
    </tbody>
  </table>
);

/** Load rulers on one scale, built of table cells so that they stand without images. */
export const Rulers = ({ rulers, target }: Part<'rulers'>) => (
  <>
    <Table>
      {rulers.map(({ label, load }) => (
        <tr key={label}>
          <td style={{ padding: '0 0 12px' }}>
            <Flag load={load.likely}>{`${label}: ${users(load.likely)}`}</Flag>
            <Bar load={load} />
          </td>
        </tr>
      ))}
    </Table>
    <Scale />
    <Flag load={target}>{`Planned: ${users(target)}`}</Flag>
  </>
);
