import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MODEL_VERSION } from '#src/capacity/model.ts';
import { fromFragment, toFragment } from '#src/report/link.ts';
import { repairIds } from '#src/report/repairs.ts';
import { founder } from './personas.ts';
import { answers } from './random-answers.ts';

/** The sentence with which a fragment is refused. */
function refusal(fragment: string): string {
  const linked = fromFragment(fragment);
  if (linked.ok) throw new Error(`Taken for a report: ${fragment}`);
  return linked.message;
}

describe('a link', () => {
  test('brings back the answers that it was made of, and the model that rated them', () => {
    fc.assert(
      fc.property(answers, (given) => {
        expect(fromFragment(`#${toFragment(given)}`)).toEqual({
          ok: true,
          answers: given,
          model: MODEL_VERSION,
        });
      }),
    );
  });

  test('brings back which repairs are switched on, whatever their order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(repairIds), (on) => {
        const linked = fromFragment(toFragment(founder, '1.0.0', on));
        expect(linked).toEqual({
          ok: true,
          answers: founder,
          model: '1.0.0',
          repairs: repairIds.filter((repair) => on.includes(repair)),
        });
      }),
    );
    expect(fromFragment(toFragment(founder, '1.0.0', []))).toMatchObject({ repairs: [] });
    expect(fromFragment(toFragment(founder, '1.0.0'))).not.toHaveProperty('repairs');
  });

  test('never comes near two thousand characters, whatever it holds', () => {
    fc.assert(
      fc.property(answers, (given) => {
        expect(toFragment(given, '999.999.999', repairIds).length).toBeLessThan(1_000);
      }),
    );
  });

  test('is short and can be read', () => {
    expect(toFragment({ builder: 'lovable', target: '500' })).toBe(
      `v=1&model=${MODEL_VERSION}&builder=lovable&target=500`,
    );
    expect(toFragment(founder).length).toBeLessThan(300);
  });

  test('is the same whatever the order of the answers', () => {
    expect(toFragment({ target: '25', builder: 'v0' })).toBe(
      toFragment({ builder: 'v0', target: '25' }),
    );
  });

  test('keeps the version of a model that rated it earlier', () => {
    expect(fromFragment(toFragment(founder, '0.9.1'))).toMatchObject({ ok: true, model: '0.9.1' });
  });

  test.each([
    ['an answer that nobody can give', '&builder=lovableX'],
    ['a question that nobody asks', '&secret=1'],
    ['one answer twice', '&builder=lovable&builder=bolt'],
    ['a repair that does not exist', '&repairs=add-indexes.magic'],
    ['one repair twice', '&repairs=add-indexes.add-indexes'],
    ['a list of repairs without a repair', '&repairs='],
    ['a name from the object itself', '&__proto__=1'],
    ['a name from the object itself', '&constructor=1'],
  ])('with %s is refused', (_, added) => {
    expect(refusal(`v=1&model=1.0.0${added}`)).toMatch(/changed on its way/);
  });

  test.each(['v=1', 'v=1&model=', 'v=1&model=new', 'v=1&model=1.0.0%00'])(
    'without a model’s version is refused: %s',
    (fragment) => {
      expect(refusal(fragment)).toMatch(/changed on its way/);
    },
  );

  test('of another version says what to do', () => {
    expect(refusal('v=2&model=9.0.0&builder=lovable')).toMatch(
      /another version.*Take the quiz again/,
    );
  });

  test('without anything in it says what to do', () => {
    expect(refusal('')).toMatch(/holds no report/);
    expect(refusal('#')).toMatch(/holds no report/);
    expect(refusal('%E0%A4%A')).toMatch(/holds no report/);
  });

  test('beyond two thousand characters is not even read', () => {
    expect(refusal(`v=1&model=1.0.0&builder=${'x'.repeat(3_000)}`)).toMatch(/longer than any/);
  });

  test('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), (fragment) => {
        expect(fromFragment(fragment)).toHaveProperty('ok');
      }),
    );
  });
});
