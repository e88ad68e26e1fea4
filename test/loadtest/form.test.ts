import fc from 'fast-check';
import { expect, test } from 'vitest';
import { targetFrom } from '#src/loadtest/form.ts';
import { whereFor } from '#src/loadtest/where.ts';

const typed = { host: 'My-App.com', again: ' my-app.com', paths: '/\n\n /api/x \n', mine: true };
const wrong = (changes: Partial<typeof typed>) => {
  const read = targetFrom({ ...typed, ...changes });
  return read.ok ? [] : read.wrong.map(({ field, message }) => `${field}: ${message}`);
};

test('what was typed twice is the target, with a path for each line', () => {
  expect(targetFrom(typed)).toEqual({
    ok: true,
    target: { host: 'my-app.com', paths: ['/', '/api/x'] },
  });
});

test('another address in the second field is refused', () => {
  expect(wrong({ again: 'my-app.co' })).toEqual([
    'again: Type the same address here as above: the two differ',
  ]);
});

test('a wrong address is said once, where it was typed first', () => {
  expect(wrong({ host: 'https://my-app.com/', again: '' })).toEqual([
    expect.stringMatching(/^host: Enter the address alone/),
  ]);
  expect(wrong({ host: '', again: '' })).toEqual([
    expect.stringMatching(/^host: Enter the address of your app/),
  ]);
});

test('a wrong path is said with its line', () => {
  expect(wrong({ paths: '/\n\n//evil.com/' })).toEqual([expect.stringMatching(/^paths: Line 3: /)]);
  expect(wrong({ paths: ' ' })).toEqual([expect.stringMatching(/^paths: Enter at least one path/)]);
  expect(wrong({ paths: '/a\n'.repeat(7) })).toEqual([expect.stringMatching(/at most 6/)]);
});

test('without the tick there is no script', () => {
  expect(wrong({ mine: false })).toEqual([expect.stringMatching(/^mine: Tick the box/)]);
});

test('whatever is typed, a target comes of it or a sentence', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.boolean(), (host, again, paths, mine) => {
      const read = targetFrom({ host, again, paths, mine });
      expect(read.ok || read.wrong.every(({ message }) => message.length > 10)).toBe(true);
    }),
  );
});

test('the paths that stand there to begin with are fine as they are', () => {
  for (const answers of [{}, { builder: 'lovable' }, { builder: 'bubble' }] as const) {
    const { start } = whereFor(answers);
    expect(targetFrom({ ...typed, paths: start }).ok).toBe(true);
  }
  expect(whereFor({ builder: 'lovable' }).host).toContain('supabase.co');
  expect(whereFor({ builder: 'v0', backend: 'firebase' }).host).toContain('Firestore');
});
