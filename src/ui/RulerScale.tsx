import { tickLabel, ticks } from './ruler.ts';

interface Props {
  /** Distance of the axis from the upper edge of the drawing, in pixels. */
  readonly y: number;
  /** Numbers under the powers of ten. */
  readonly numbers?: boolean;
  /** Ticks between the powers of ten. */
  readonly fine?: boolean;
  /** Says below what is counted. */
  readonly unit?: boolean;
}

const anchor = (at: number) => (at === 0 ? 'start' : at === 100 ? 'end' : 'middle');

/** The axis with its ticks and numbers, long ones where there is room and short ones where not. */
export function RulerScale({ y, numbers = true, fine = true, unit = false }: Props) {
  const shown = fine ? ticks : ticks.filter((tick) => tick.major);
  return (
    <g>
      <line className="ruler-line" x1="0" x2="100%" y1={y} y2={y} />
      {shown.map(({ at, users, major }) => (
        <line
          key={users}
          className={major ? 'ruler-tick ruler-tick-major' : 'ruler-tick'}
          x1={`${at}%`}
          x2={`${at}%`}
          y1={y}
          y2={y + (major ? 12 : 6)}
        />
      ))}
      {numbers &&
        ['long', 'short'].map((kind) => (
          <g key={kind} className={`ruler-${kind}`}>
            {ticks
              .filter((tick) => tick.major)
              .map(({ at, users }) => (
                <text key={users} x={`${at}%`} y={y + 30} textAnchor={anchor(at)}>
                  {tickLabel(users, kind === 'short')}
                </text>
              ))}
          </g>
        ))}
      {unit && (
        <text x="0" y={y + 50}>
          users at once
        </text>
      )}
    </g>
  );
}
