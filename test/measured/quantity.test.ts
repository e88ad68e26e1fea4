import { expect, test } from 'vitest';
import { quantity, times } from '#src/measured/quantity.ts';

test.each([
  [171.3, 'ms', '170 ms'],
  [0.001713, 's', '1.7 ms'],
  [3.976e-5, 's', '40 µs'],
  [0.0763, 'ms', '76 µs'],
  [1.96, 's', '2 s'],
  [8.363e-7, 's a row', '0.84 µs'],
  [2_412_345, 'B', '2.4 MB'],
  [5360, 'B', '5.4 kB'],
  [1147, 'users', '1,100 users'],
  [229.6, 'answers a second', '230 answers a second'],
])('%d %s is shown as “%s”', (value, unit, shown) => {
  expect(quantity(value, unit)).toBe(shown);
});

test('How many times one value is another, to two digits', () => {
  expect(times(171.3, 0.0763)).toBe('2,200 times');
  expect(times(4.81, 3.4)).toBe('1.4 times');
});
