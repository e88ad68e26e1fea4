import { expect, it } from 'vitest';
import { fromOf } from '#src/lead/from.ts';
import { leadSchema } from '#src/lead/lead.ts';

const here = (query = '') => new URL(`https://site.example/quiz/${query}`);

it('names the page of this site that led to the quiz', () => {
  expect(fromOf(here(), 'https://site.example/scaling-issues/?x=1')).toEqual({
    page: '/scaling-issues/',
  });
});

it.each(['', 'https://search.example/?q=secret', 'no address'])(
  'names the quiz itself when she came from “%s”',
  (referrer) => {
    expect(fromOf(here(), referrer)).toEqual({ page: '/quiz/' });
  },
);

it('names the campaign that the link names', () => {
  expect(fromOf(here('?utm_source=letter'), '').source).toBe('letter');
  expect(fromOf(here('?source=card'), '').source).toBe('card');
});

it('is never longer than the API takes', () => {
  const from = fromOf(
    here(`?source=${'s'.repeat(500)}`),
    `https://site.example/${'p'.repeat(500)}`,
  );
  expect(leadSchema.shape.from.safeParse(from).success).toBe(true);
});
