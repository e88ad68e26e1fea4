import { expect, test } from 'vitest';
import { findings, found } from '../project.ts';

const RULE = 'firestore-rules-open';
const rules = (line: string) => ({ 'firestore.rules': `service cloud.firestore {\n  ${line}\n}` });

test('rules that let anyone in are found, with what they allow', () => {
  expect(findings(RULE, rules('allow read, write: if true;'))).toMatchObject([
    { line: 2, says: /change/ },
  ]);
  expect(findings(RULE, rules('allow read;'))).toMatchObject([{ says: /read/ }]);
});

test('what a shop shows and a form for guests weigh little, what people do does not', () => {
  const light = (documents: string, line: string) =>
    findings(RULE, rules(`match /${documents} {\n    ${line}\n  }`)).map((one) => one.light);
  expect(light('products/{id}', 'allow read: if true;')).toEqual([true]);
  expect(light('orders/{id}', 'allow read: if true;')).toEqual([false]);
  expect(light('posts/{id}', 'allow read: if true;')).toEqual([true]);
  expect(light('{document=**}', 'allow read: if true;')).toEqual([false]);
  expect(light('orders/{id}', 'allow create: if true;')).toEqual([true]);
  expect(light('products/{id}', 'allow write: if true;')).toEqual([false]);
  expect(findings(RULE, rules('allow create: if true;'))).toMatchObject([{ says: /add/ }]);
});

test('rules that ask who it is, and comments, are not', () => {
  expect(found(RULE, rules('allow read: if request.auth != null;'))).toEqual([]);
  expect(found(RULE, rules('// allow read: if true;'))).toEqual([]);
});
