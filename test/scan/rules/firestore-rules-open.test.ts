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

test('rules that ask who it is, and comments, are not', () => {
  expect(found(RULE, rules('allow read: if request.auth != null;'))).toEqual([]);
  expect(found(RULE, rules('// allow read: if true;'))).toEqual([]);
});
