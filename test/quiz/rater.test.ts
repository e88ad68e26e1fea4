import { describe, expect, it, vi } from 'vitest';
import type { Ahead } from '#src/quiz/ahead.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { answering, type Look, type Reply, rater } from '#src/quiz/rater.ts';

const found: Ahead = { load: { low: 1, likely: 2, high: 3 }, needless: [], beyond: [] };
const bolt: Answers = { builder: 'bolt' };
const v0: Answers = { builder: 'v0' };

/** Takes three pauses for each. */
function* look(): ReturnType<Look> {
  for (let i = 0; i < 3; i++) yield;
  return found;
}

/** A worker that does what it is told here. */
class FakeWorker extends EventTarget {
  readonly asked: unknown[] = [];
  ended = false;
  postMessage(request: unknown) {
    this.asked.push(request);
  }
  terminate() {
    this.ended = true;
  }
}

const started = (worker: FakeWorker) => () => worker as unknown as Worker;

describe('answering', () => {
  it('replies to each of a request, in its order', async () => {
    const replies: Reply[] = [];
    await answering(look, (reply) => replies.push(reply))([bolt, v0]);
    expect(replies.map(({ key }) => key)).toEqual(['builder=bolt', 'builder=v0']);
    expect(replies[0]?.ahead).toBe(found);
  });

  it('drops what is stale when a newer request comes', async () => {
    const replies: Reply[] = [];
    const answer = answering(look, (reply) => replies.push(reply));
    const stale = answer([bolt, v0]);
    await answer([{ builder: 'replit' }]);
    await stale;
    expect(replies.map(({ key }) => key)).toEqual(['builder=replit']);
  });

  it('works nothing out twice', async () => {
    const looked = vi.fn(look);
    const hear = vi.fn();
    const answer = answering(() => looked(), hear);
    await answer([bolt]);
    await answer([bolt]);
    expect(looked).toHaveBeenCalledTimes(1);
    expect(hear).toHaveBeenCalledTimes(2);
  });
});

describe('the rater of a page', () => {
  it('asks its worker and hears its replies', () => {
    const worker = new FakeWorker();
    const heard: Reply[] = [];
    const one = rater(
      started(worker),
      async () => look,
      (reply) => heard.push(reply),
    );
    one.ask([bolt]);
    worker.dispatchEvent(
      new MessageEvent('message', { data: { key: 'builder=bolt', ahead: found } }),
    );
    expect(worker.asked).toEqual([[bolt]]);
    expect(heard).toHaveLength(1);
    one.close();
    expect(worker.ended).toBe(true);
  });

  it('answers on the page itself where no worker starts', async () => {
    const heard: Reply[] = [];
    const refused = () => {
      throw new Error('no workers here');
    };
    rater(
      refused,
      async () => look,
      (reply) => heard.push(reply),
    ).ask([bolt, v0]);
    await vi.waitFor(() => expect(heard.map(({ key }) => key)).toEqual(['builder=bolt']));
  });

  it('takes over what was asked when the worker breaks', async () => {
    const worker = new FakeWorker();
    const heard: Reply[] = [];
    const one = rater(
      started(worker),
      async () => look,
      (reply) => heard.push(reply),
    );
    one.ask([bolt]);
    worker.dispatchEvent(new Event('error', { cancelable: true }));
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    one.ask([v0]);
    await vi.waitFor(() => expect(heard.at(-1)?.key).toBe('builder=v0'));
    expect(worker.asked).toEqual([[bolt]]);
  });

  it('stays silent where the model cannot be had either', async () => {
    const hear = vi.fn();
    const refused = () => {
      throw new Error('no workers here');
    };
    rater(refused, () => Promise.reject(new Error('offline')), hear).ask([bolt]);
    await new Promise((done) => setTimeout(done, 20));
    expect(hear).not.toHaveBeenCalled();
  });
});
