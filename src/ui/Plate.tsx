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
  return (
    <dl className={`plate plate-${size}`}>
      <div className="plate-load">
        <dt>Rated load {note && <span className="plate-note">{note}</span>}</dt>
        <dd className="plate-number">
          {users(load.likely)} <span className="plate-unit">users at once</span>
        </dd>
      </div>
      {size === 'large' && (
        <div className="plate-cell">
          <dt>Likely between</dt>
          <dd>
            {users(load.low)} and {users(load.high)}
          </dd>
        </div>
      )}
      {first && (
        <div className="plate-cell">
          <dt>First to give</dt>
          <dd>{first}</dd>
        </div>
      )}
      {repaired && (
        <div className="plate-cell">
          <dt>After repair</dt>
          <dd>{users(repaired.likely)} users</dd>
        </div>
      )}
    </dl>
  );
}
