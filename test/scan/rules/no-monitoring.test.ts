import { expect, test } from 'vitest';
import { found } from '../project.ts';

const RULE = 'no-monitoring';
const packages = (...names: string[]) => ({
  'package.json': JSON.stringify({
    dependencies: Object.fromEntries(names.map((name) => [name, '1'])),
  }),
});

test('an app that reports errors to nobody is found', () => {
  expect(found(RULE, packages('react'))).toEqual(['package.json:1']);
});

test('counting visits is not watching errors', () => {
  expect(found(RULE, packages('@vercel/analytics'))).toHaveLength(1);
});

test('what reports errors is enough, in any package of the project', () => {
  expect(found(RULE, packages('@sentry/react'))).toEqual([]);
  expect(
    found(RULE, {
      ...packages('react'),
      'server/package.json': '{"dependencies":{"dd-trace":"1"}}',
    }),
  ).toEqual([]);
});

test('a folder without package.json, or with a broken one, is not judged', () => {
  expect(found(RULE, { 'src/a.ts': 'x' })).toEqual([]);
  expect(found(RULE, { 'package.json': '{' })).toHaveLength(1);
});
