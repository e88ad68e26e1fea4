import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, readOklch } from './oklch.ts';

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
const darkAt = css.indexOf('@media (prefers-color-scheme: dark)');
const declared = (text: string) =>
  new Map(
    [...text.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );

const light = declared(css.slice(0, darkAt));
const themes = {
  light,
  dark: new Map([...light, ...declared(css.slice(darkAt, css.indexOf('@media', darkAt + 1)))]),
};

/** Follows `var(--…)` down to the palette. */
function colour(theme: Map<string, string>, name: string) {
  let value = theme.get(name) ?? '';
  for (
    let found = /^var\(--([\w-]+)\)$/.exec(value);
    found;
    found = /^var\(--([\w-]+)\)$/.exec(value)
  ) {
    value = theme.get(found[1] ?? '') ?? '';
  }
  const read = readOklch(value);
  if (!read) throw new Error(`--${name} leads to “${value}”, which is no colour`);
  return read;
}

/** What is read on what: 4.5 to 1 at every size. */
const TEXT: Record<string, readonly string[]> = {
  text: ['ground', 'ground-panel', 'ground-raised'],
  'text-quiet': ['ground', 'ground-panel', 'ground-raised'],
  danger: ['ground', 'ground-panel', 'ground-raised'],
  good: ['ground', 'ground-panel', 'ground-raised'],
  'danger-text': ['danger'],
  'good-text': ['good'],
  'plate-text': ['plate', 'plate-hover'],
  'block-text': ['block'],
  'block-quiet': ['block'],
  ground: ['text'],
};

/** Edges by which a control or a state is known: 3 to 1. */
const EDGES: Record<string, readonly string[]> = {
  'line-control': ['ground', 'ground-panel', 'ground-raised'],
  'line-strong': ['ground', 'ground-panel', 'ground-raised'],
  focus: ['ground', 'ground-panel', 'ground-raised'],
};

const pairs = (table: Record<string, readonly string[]>) =>
  Object.entries(table).flatMap(([front, backs]) => backs.map((back) => [front, back] as const));

describe.each(Object.entries(themes))('in the %s theme', (_, theme) => {
  test.each(pairs(TEXT))('%s can be read on %s', (front, back) => {
    expect(contrast(colour(theme, front), colour(theme, back))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs(EDGES))('%s stands out from %s', (front, back) => {
    expect(contrast(colour(theme, front), colour(theme, back))).toBeGreaterThanOrEqual(3);
  });
});

test('black on white is 21 to 1, and grey on white as WCAG reckons it', () => {
  const grey = (lightness: number) => ({ lightness, chroma: 0, hue: 0 });
  expect(contrast(grey(0), grey(1))).toBeCloseTo(21, 1);
  // #767676 is the lightest grey that passes on white.
  expect(contrast(grey(0.566), grey(1))).toBeCloseTo(4.54, 1);
});
