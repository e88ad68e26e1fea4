import { describe, expect, it } from 'vitest';
import { gainedSentence, movedSentence, worthOf } from '#src/quiz/band.ts';

const band = (low: number, likely: number, high: number) => ({ low, likely, high });
const wide = band(10, 100, 1_000);

describe('what an answer did to the band', () => {
  it.each([
    [band(10, 50, 1_000), 'Your answer moved it down.'],
    [band(10, 200, 1_000), 'Your answer moved it up.'],
    [band(50, 100, 500), 'Your answer narrowed it.'],
    [band(5, 100, 2_000), 'Your answer widened it.'],
    [band(1, 20, 500), 'Your answer moved it down and widened it.'],
    [band(200, 300, 900), 'Your answer moved it up and narrowed it.'],
    [wide, 'Your answer left it where it was.'],
    [band(10, 105, 1_020), 'Your answer left it where it was.'],
  ])('from 10 – 1,000 to %o: %s', (after, sentence) => {
    expect(movedSentence(wide, after)).toBe(sentence);
  });

  it('has words for a band without any width', () => {
    expect(movedSentence(band(1, 1, 1), band(1, 1, 1))).toBe('Your answer left it where it was.');
  });
});

describe('the certainty gained', () => {
  it('is the share of the ruler that the band gave up', () => {
    expect(gainedSentence(band(1, 100, 10_000), wide)).toContain('about half narrower');
  });

  it('is not told while there is none', () => {
    expect(gainedSentence(wide, wide)).toBeUndefined();
    expect(gainedSentence(wide, band(1, 100, 10_000))).toBeUndefined();
  });
});

describe('what knowing an answer is worth', () => {
  const point = band(100, 100, 100);

  it('is the mean over the answers, those that leave it included', () => {
    expect(worthOf([wide, point, band(10, 50, 1_000), wide])).toBe(
      'Knowing it narrows the band by about half, on average over the answers.',
    );
  });

  it('is said to be little where it is', () => {
    expect(worthOf([wide, wide, wide])).toMatch(/hardly/);
    expect(worthOf([wide, band(1, 100, 10_000), wide])).toMatch(/hardly/);
  });

  it('is not told while one of the answers is still worked out', () => {
    expect(worthOf([wide, point, undefined, wide])).toBeUndefined();
    expect(worthOf([undefined, point, wide])).toBeUndefined();
  });
});
