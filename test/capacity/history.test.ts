import { expect, test } from 'vitest';
import { history } from '#src/capacity/history.ts';
import { MODEL_VERSION } from '#src/capacity/model.ts';

test('the history of the model begins with the version that rates, and goes back in order', () => {
  expect(history[0]?.version).toBe(MODEL_VERSION);
  const versions = history.map(({ version }) => version.split('.').map(Number));
  const sorted = versions.toSorted((a, b) => {
    const at = a.findIndex((part, i) => part !== b[i]);
    return at < 0 ? 0 : (b[at] ?? 0) - (a[at] ?? 0);
  });
  expect(versions).toEqual(sorted);
  expect(new Set(history.map(({ version }) => version)).size).toBe(history.length);
});
