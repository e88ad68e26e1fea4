/**
 * A database with a number of places (connections) and a few cores, one event after another. A request
 * takes a place, works (the cores are shared evenly among all that work), then perhaps holds the place
 * while it waits for something else, and leaves.
 */

/** What one way of connecting asks of the database; times in seconds. */
export interface Way {
  readonly places: number;
  /** Whoever finds no place waits in line for at most so long; 0: is refused at once. */
  readonly patience: number;
  /** Seconds of one core. */
  readonly work: number;
  /** Holds its place for so long after its work. */
  readonly held: number;
}

export interface Outcome {
  /** Seconds from arrival to leaving, of those that were served. */
  readonly times: readonly number[];
  readonly failed: number;
  /** Places taken and requests in line, at equal steps. */
  readonly present: readonly number[];
}

interface Visit {
  readonly arrived: number;
  left: number;
}

/** Lets `moments` (ascending) arrive at a station with `cores`, and looks every `step` seconds. */
export function serve(way: Way, cores: number, moments: readonly number[], step: number): Outcome {
  const line: number[] = [];
  const working: Visit[] = [];
  const holding: { readonly arrived: number; readonly until: number }[] = [];
  const times: number[] = [];
  const present: number[] = [];
  let failed = 0;
  let now = 0;
  let next = 0;
  let look = 0;
  let first = 0;

  const taken = () => working.length + holding.length;
  const start = (arrived: number) => working.push({ arrived, left: way.work });
  /** Those at the head of the line whose patience has ended by `moment` have gone. */
  const giveUp = (moment: number) => {
    for (; moment - (line[first] ?? moment) > way.patience; first += 1) failed += 1;
  };
  const leave = (arrived: number) => {
    times.push(now - arrived);
    giveUp(now);
    const waiting = line[first];
    if (waiting === undefined) return;
    first += 1;
    start(waiting);
  };

  for (;;) {
    const pace = Math.min(1, cores / working.length);
    let done = Infinity;
    for (const { left } of working) done = Math.min(done, now + left / pace);
    const [oldest] = holding;
    const released = oldest?.until ?? Infinity;
    const arrival = moments[next] ?? Infinity;
    const event = Math.min(done, released, arrival);
    if (event === Infinity) break;
    for (; look <= event && arrival < Infinity; look += step) {
      giveUp(look);
      present.push(taken() + line.length - first);
    }
    for (const visit of working) visit.left -= (event - now) * pace;
    now = event;

    if (event === done) {
      const at = working.reduce(
        (best, visit, i) => (visit.left < (working[best]?.left ?? Infinity) ? i : best),
        0,
      );
      const [visit] = working.splice(at, 1);
      if (visit && way.held > 0) holding.push({ arrived: visit.arrived, until: now + way.held });
      else if (visit) leave(visit.arrived);
    } else if (event === released) {
      holding.shift();
      leave(oldest?.arrived ?? now);
    } else {
      next += 1;
      if (taken() < way.places) start(arrival);
      else if (way.patience > 0) line.push(arrival);
      else failed += 1;
    }
  }
  return { times, failed, present };
}
