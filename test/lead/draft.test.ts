import { describe, expect, it } from 'vitest';
import { forgetDraft, type Open, readDraft, requestId, saveDraft } from '#src/lead/draft.ts';

function tab(held: Record<string, string> = {}): Open {
  const store = {
    getItem: (key: string) => held[key] ?? null,
    setItem: (key: string, value: string) => {
      held[key] = value;
    },
    removeItem: (key: string) => {
      delete held[key];
    },
  };
  return () => store;
}

const forbidden: Open = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

describe('what was typed', () => {
  it('is kept field by field until it is forgotten', () => {
    const open = tab();
    saveDraft('lead', { email: 'a@b.co' }, open);
    saveDraft('lead', { name: 'Ada' }, open);
    expect(readDraft('lead', open)).toEqual({ email: 'a@b.co', name: 'Ada' });
    expect(readDraft('booking', open)).toEqual({});
    forgetDraft('lead', open);
    expect(readDraft('lead', open)).toEqual({});
  });

  it.each(['{', '7', 'null', '"text"'])('is nothing when the tab holds %s', (content) => {
    expect(readDraft('lead', tab({ 'loadworthy.lead': content }))).toEqual({});
  });

  it('is remembered by the page where the browser forbids storage', () => {
    saveDraft('lead', { email: 'a@b.co' }, forbidden);
    expect(readDraft('lead', forbidden)).toEqual({ email: 'a@b.co' });
    forgetDraft('lead', forbidden);
    expect(readDraft('lead', forbidden)).toEqual({});
  });

  it('is not kept, and nothing breaks, when the storage is full', () => {
    const full: Open = () => ({
      getItem: () => null,
      removeItem: () => undefined,
      setItem: () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      },
    });
    expect(() => saveDraft('lead', { email: 'a@b.co' }, full)).not.toThrow();
    expect(readDraft('lead', full)).toEqual({});
  });
});

describe('the id of a request', () => {
  let made = 0;
  const make = () => `id ${++made}`;

  it('stays the same for the same content, also after a reload', () => {
    const open = tab();
    const first = requestId('lead', { email: 'a@b.co' }, open, make);
    expect(requestId('lead', { email: 'a@b.co' }, open, make)).toBe(first);
  });

  it('is another one when anything in it changes', () => {
    const open = tab();
    const first = requestId('lead', { email: 'a@b.co' }, open, make);
    expect(requestId('lead', { email: 'b@b.co' }, open, make)).not.toBe(first);
  });

  it('is one of its own for each form', () => {
    const open = tab();
    const first = requestId('lead', { email: 'a@b.co' }, open, make);
    expect(requestId('booking', { email: 'a@b.co' }, open, make)).not.toBe(first);
  });

  it('stays the same where the browser forbids storage', () => {
    const first = requestId('lead', { email: 'a@b.co' }, forbidden, make);
    expect(requestId('lead', { email: 'a@b.co' }, forbidden, make)).toBe(first);
  });
});
