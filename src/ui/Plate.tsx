import { users } from './number.ts';
import type { Span } from './ruler.ts';
import './plate.css';

interface Props {
  readonly load: Span;
  /** The part that gives first, in words. */
  readonly first?: string | undefined;
  readonly repaired?: Span | undefined;
  readonly size?: 'large' | 'small';
  /** Stands at the upper right: whose plate it is. */
  readonly note?: string | undefined;
}

/** The plate: rated load, its band, what gives first, and the load after repair. */
export function Plate({ load, first, repaired, size = 'large', note }: Props) {
  const rated = users(load.likely);
  const rows = [
    ['Likely', size === 'large' && `${users(load.low)} to ${users(load.high)}`],
    ['First to give', first],
    ['After repair', repaired && users(repaired.likely)],
  ] as const;
  return (
    <dl className={`plate plate-${size}${rated.length > 3 ? ' plate-long' : ''}`}>
      <div className="plate-load">
        <dt>Rated load {note && <span>{note}</span>}</dt>
        <dd className="plate-number">
          {rated} <span className="plate-unit">users at once</span>
        </dd>
      </div>
      {rows.map(
        ([name, value]) =>
          value && (
            <div className="plate-row" key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
