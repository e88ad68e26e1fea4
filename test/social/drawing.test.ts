import { expect, test } from 'vitest';
import { type Card, altOf, nameOf } from '#src/social/card.ts';
import { draw } from '#src/social/drawing.ts';
import { widthOf, wrap } from '#src/social/lettering.ts';
import { palette } from '#src/social/palette.ts';

const span = (likely: number) => ({ low: likely / 2, likely, high: likely * 2 });
const card: Card = {
  path: '/scaling-issues/indexes/',
  kind: 'Indexes',
  title: 'The query that grew',
  from: span(40),
  to: span(3200),
};

/** Left edges of the poles of one colour. */
const poles = (svg: string, colour: string) =>
  [...svg.matchAll(/<line x1="([\d.]+)"[^>]*stroke="([^"]+)" stroke-width="4"/g)]
    .filter(([, , stroke]) => stroke === colour)
    .map(([, x]) => Number(x));

test('a page has an image of its own name', () => {
  expect(nameOf('/')).toBe('home');
  expect(nameOf('/scaling-issues/indexes/')).toBe('scaling-issues-indexes');
});

test('the further a repair carries, the further apart the two marks stand', () => {
  const [near] = poles(draw({ ...card, to: span(400) }), palette.safe);
  const [far] = poles(draw(card), palette.safe);
  const [today] = poles(draw(card), palette.over);
  expect(today).toBeLessThan(near ?? 0);
  expect(near).toBeLessThan(far ?? 0);
});

test('the words of the image tell both numbers, and say when a repair brings no room', () => {
  expect(altOf(card)).toBe(
    'The query that grew. On a ruler of users at once, an example app gives at about 40 and repaired at about 3,200.',
  );
  expect(altOf({ ...card, to: card.from })).toContain('with the repair and without');
});

test('no line of a title is wider than the image, and no word is lost', () => {
  const title = 'Sixty slots: why the database turns people away in the night';
  const lines = wrap(title, 'title', 96, 1056);
  expect(lines.join(' ')).toBe(title);
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(widthOf(line, 'title', 96)).toBeLessThanOrEqual(1056);
});

test('nothing of the image is a text that needs a typeface of the machine', () => {
  expect(draw(card)).not.toMatch(/<text|<image|font-family/);
});
