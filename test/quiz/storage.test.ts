import { describe, expect, it } from 'vitest';
import {
  forgetAnswers,
  type Open,
  readAnswers,
  readPlace,
  saveAnswers,
  savePlace,
} from '#src/quiz/storage.ts';

/** A device whose storage holds `content` under every key. */
function device(content: string | null = null): Open {
  let held = content;
  const store = {
    getItem: () => held,
    setItem: (_: string, value: string) => {
      held = value;
    },
    removeItem: () => {
      held = null;
    },
  };
  return () => store;
}

const forbidden: Open = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

describe('answers kept on the device', () => {
  it('come back as they were saved', () => {
    const open = device();
    expect(saveAnswers({ builder: 'lovable', rows: 'unknown' }, open)).toBe(true);
    expect(readAnswers(open)).toEqual({ builder: 'lovable', rows: 'unknown' });
  });

  it('are gone once forgotten', () => {
    const open = device();
    saveAnswers({ builder: 'bolt' }, open);
    forgetAnswers(open);
    expect(readAnswers(open)).toEqual({});
  });

  it.each([
    ['nothing', null],
    ['no JSON', '{"version":1,'],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another version', '{"version":99,"answers":{"builder":"bolt"}}'],
    ['answers that are a list', '{"version":1,"answers":["bolt"]}'],
    ['answers that are missing', '{"version":1}'],
  ])('are none when the storage holds %s', (_, content) => {
    expect(readAnswers(device(content))).toEqual({});
  });

  it('keep what still exists when a question or an answer was removed', () => {
    const content = JSON.stringify({
      version: 1,
      answers: { builder: 'bolt', rows: 'a lot', gone: 'yes', users: 5, target: '100' },
    });
    expect(readAnswers(device(content))).toEqual({ builder: 'bolt', target: '100' });
  });

  it('are none, and saving says so, where the browser forbids storage', () => {
    expect(readAnswers(forbidden)).toEqual({});
    expect(saveAnswers({ builder: 'bolt' }, forbidden)).toBe(false);
    expect(() => forgetAnswers(forbidden)).not.toThrow();
  });
});

describe('the place kept on the device', () => {
  /** A device that keeps each key apart. */
  function shelf(): Open {
    const held = new Map<string, string>();
    const store = {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => void held.set(key, value),
      removeItem: (key: string) => void held.delete(key),
    };
    return () => store;
  }

  it('comes back, beside the answers, and is gone with them', () => {
    const open = shelf();
    savePlace('rows', open);
    saveAnswers({ builder: 'bolt' }, open);
    expect(readPlace(open)).toBe('rows');
    expect(readAnswers(open)).toEqual({ builder: 'bolt' });
    forgetAnswers(open);
    expect(readPlace(open)).toBeUndefined();
  });

  it('is none where the browser forbids storage', () => {
    expect(() => savePlace('rows', forbidden)).not.toThrow();
    expect(readPlace(forbidden)).toBeUndefined();
  });
});
