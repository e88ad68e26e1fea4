import { place } from '#src/ui/ruler.ts';
import { colour, table, type } from '#functions/mail/look.ts';

/** Words beside a load on the scale: right of it in the left half, else left of it. */
export function Flag({ load, children }: { readonly load: number; readonly children: string }) {
  const at = place(load);
  const before = at > 50;
  const line = `2px solid ${colour.ink}`;
  const words = (
    <td
      className="ink"
      width={`${before ? at : 100 - at}%`}
      style={{
        ...type.figure,
        textAlign: before ? 'right' : 'left',
        ...(before
          ? { borderRight: line, padding: '2px 6px 2px 0' }
          : { borderLeft: line, padding: '2px 0 2px 6px' }),
      }}
    >
      {children}
    </td>
  );
  const space = <td width={`${before ? 100 - at : at}%`} style={{ padding: 0 }} />;
  return (
    <table
      role="presentation"
      cellPadding={0}
      cellSpacing={0}
      style={{ ...table, tableLayout: 'fixed' }}
    >
      <tbody>
        <tr>
          {before ? words : at > 0 && space}
          {before ? at < 100 && space : words}
        </tr>
      </tbody>
    </table>
  );
}
