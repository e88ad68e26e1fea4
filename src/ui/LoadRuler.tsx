import { users } from './number.ts';
import { RulerFlag } from './RulerFlag.tsx';
import { RulerScale } from './RulerScale.tsx';
import { band, curve, PLOT, place, type Reading, type Span } from './ruler.ts';
import './ruler.css';

interface Props {
  /**
   * full: curves over the axis · band: what is known of the load so far · tiny: from the load to
   * the repaired one, for cards.
   */
  readonly variant?: 'full' | 'band' | 'tiny';
  readonly load: Span;
  readonly repaired?: Span | undefined;
  /** For `full`: seconds that the slowest screens take, by users at once. */
  readonly curves?: {
    readonly today: readonly Reading[];
    readonly repaired?: readonly Reading[] | undefined;
  };
  /** Above this many seconds a screen is too slow; the plot is twice as high. */
  readonly slow?: number;
  /** What a screen reader says in place of the drawing; left out, the loads are read out. */
  readonly label?: string;
}

/** Said in place of the drawing: every number that it shows. */
function spoken({ load, repaired, variant }: Props): string {
  const range = `between ${users(load.low)} and ${users(load.high)}`;
  const now =
    variant === 'band'
      ? `Rated load so far: ${range} users at once.`
      : `Gives at about ${users(load.likely)} users at once, ${range}.`;
  if (!repaired) return now;
  return `${now} After repair: about ${users(repaired.likely)}, between ${users(repaired.low)} and ${users(repaired.high)}.`;
}

/**
 * The load ruler, from 1 to 100,000 users at once. Serves the islands and, rendered at build without
 * a client directive, the static pages; there it ships no script. Needs `Hatch.astro` on the page.
 */
export function LoadRuler(props: Props) {
  const { variant = 'full' } = props;
  const Drawing = { full: Full, band: Band, tiny: Tiny }[variant];
  return (
    <div className={`ruler ruler-${variant}`} role="img" aria-label={props.label ?? spoken(props)}>
      <Drawing {...props} />
    </div>
  );
}

const ROW = 38;
const FLOOR = 292;
const PLOT_TOP = 2 * ROW + 4;

function Full({ load, repaired, curves, slow = 3 }: Props) {
  const gives = place(load.likely);
  const span = band(load.low, load.high);
  const then = repaired && repaired.low < repaired.high && band(repaired.low, repaired.high);
  const top = 2 * slow;
  return (
    <svg aria-hidden="true" className="ruler-drawing" width="100%" height={FLOOR + 52}>
      <rect
        className="ruler-beyond"
        x={`${gives}%`}
        y={ROW}
        width={`${100 - gives}%`}
        height={FLOOR - ROW}
      />
      <line
        className="ruler-slow"
        x1="0"
        x2="100%"
        y1={(PLOT_TOP + FLOOR) / 2}
        y2={(PLOT_TOP + FLOOR) / 2}
      />
      <svg
        aria-hidden="true"
        y={PLOT_TOP}
        width="100%"
        height={FLOOR - PLOT_TOP}
        viewBox={`0 0 ${PLOT.width} ${PLOT.height}`}
        preserveAspectRatio="none"
      >
        {curves?.repaired && (
          <path className="ruler-curve ruler-curve-repaired" d={curve(curves.repaired, top)} />
        )}
        {curves && <path className="ruler-curve" d={curve(curves.today, top)} />}
      </svg>
      <rect
        className="ruler-span"
        x={`${span.at}%`}
        y={FLOOR - 10}
        width={`${span.width}%`}
        height={10}
      />
      {then && (
        <rect
          className="ruler-span ruler-span-repaired"
          x={`${then.at}%`}
          y={FLOOR - 22}
          width={`${then.width}%`}
          height={10}
        />
      )}
      <text x="0" y={(PLOT_TOP + FLOOR) / 2 - 8}>
        {slow} s
      </text>
      <RulerScale y={FLOOR} unit />
      {repaired && (
        <RulerFlag
          at={place(repaired.likely)}
          top={0}
          foot={FLOOR}
          text={`repaired ${users(repaired.likely)}`}
          kind="repaired"
        />
      )}
      <RulerFlag
        at={gives}
        top={ROW}
        foot={FLOOR}
        text={`gives at ${users(load.likely)}`}
        kind="today"
      />
    </svg>
  );
}

function Band({ load }: Props) {
  const { at, width } = band(load.low, load.high);
  return (
    <svg aria-hidden="true" className="ruler-drawing" width="100%" height="76">
      <rect
        className="ruler-beyond"
        x={`${at + width}%`}
        y="12"
        width={`${100 - at - width}%`}
        height="24"
      />
      <rect className="ruler-band" x={`${at}%`} y="12" width={`${width}%`} height="24" />
      <RulerScale y={36} fine={false} />
    </svg>
  );
}

function Tiny({ load, repaired = load }: Props) {
  const from = place(load.likely);
  const to = place(repaired.likely);
  return (
    <svg aria-hidden="true" className="ruler-drawing" width="100%" height="34">
      <rect className="ruler-beyond" x={`${from}%`} y="4" width={`${100 - from}%`} height="18" />
      <rect
        className="ruler-gain"
        x={`${from}%`}
        y="10"
        width={`${Math.max(to - from, 0)}%`}
        height="6"
      />
      <RulerScale y={22} numbers={false} fine={false} />
      <line className="ruler-from" x1={`${from}%`} x2={`${from}%`} y1="2" y2="22" />
      <circle className="ruler-to" cx={`${to}%`} cy="13" r="6" />
    </svg>
  );
}
