import type { Bench } from './bench.ts';
import type { Reply, Request } from './message.ts';
import type { Finding, Trial } from './trial.ts';

type Asked = Request extends infer One
  ? One extends { id: number }
    ? Omit<One, 'id'>
    : never
  : never;
type Waiting = {
  readonly done: (value: Finding | null) => void;
  readonly failed: (error: Error) => void;
};

/** Nothing heard for this long, and it is given up; the longest single step takes a tenth of that. */
const SILENCE_MS = 90_000;
/** Unused for this long, and the worker and its memory are given back. */
const IDLE_MS = 120_000;

/**
 * The one PostgreSQL of a page, in a worker that is made at the first use, ended when idle, and made
 * again when it is needed again.
 */
export class Postgres implements Bench {
  #worker: Worker | undefined;
  #waiting = new Map<number, Waiting>();
  #next = 1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Told while files come: the share that is there, 0 to 1. */
  onShare: (share: number) => void = () => {};

  get running(): boolean {
    return this.#worker !== undefined;
  }

  /** @throws {Error} with a sentence when the device cannot run it. */
  async open(): Promise<void> {
    await this.#ask({ do: 'open' });
  }

  async exec(sql: string): Promise<void> {
    await this.#ask({ do: 'exec', sql });
  }

  async attempt(trial: Trial): Promise<Finding> {
    const finding = await this.#ask({ do: 'try', trial });
    if (!finding) throw new Error('The trial found nothing');
    return finding;
  }

  /** Ends the worker at once; whatever was asked of it fails with `reason`. */
  stop(reason = new Error('Stopped')): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { failed } of waiting) failed(reason);
  }

  #ask(asked: Asked): Promise<Finding | null> {
    const worker = this.#worker ?? this.#start();
    const id = this.#next++;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      this.#wind();
      worker.postMessage({ id, ...asked });
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.#hear(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.stop(new Error('the browser could not start the database'));
    });
    this.#worker = worker;
    return worker;
  }

  #hear(reply: Reply): void {
    if ('share' in reply) {
      this.onShare(reply.share);
    } else {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if (reply.ok) waiting?.done(reply.value);
      else waiting?.failed(new Error(reply.message));
    }
    this.#wind();
  }

  /** Winds the clock up again: for an answer while one is awaited, for idleness when none is. */
  #wind(): void {
    clearTimeout(this.#timer);
    this.#timer =
      this.#waiting.size > 0
        ? setTimeout(() => this.stop(new Error('the database did not answer in time')), SILENCE_MS)
        : setTimeout(() => this.stop(), IDLE_MS);
  }
}
