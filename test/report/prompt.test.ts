import { describe, expect, test } from 'vitest';
import type { Answers } from '#src/quiz/answers.ts';
import { promptOf, toolOf } from '#src/report/prompt/prompt.ts';
import { repairIds } from '#src/report/repairs.ts';
import { repairWords } from '#src/report/repair-words.ts';
import { bubbler, engineer, founder } from './personas.ts';

describe('a prompt', () => {
  test('names the app, the defect and the task, and says how far to go, for each repair', () => {
    for (const answers of [founder, bubbler, engineer, {}]) {
      for (const repair of repairIds) {
        const prompt = promptOf({ repair }, answers);
        const { defect, title } = repairWords(repair, answers);
        expect(prompt).toContain(defect);
        expect(prompt).toContain(title);
        expect(prompt).toMatch(/\n- .*\n- /);
        expect(prompt).toMatch(/Change nothing else/);
        expect(prompt).not.toMatch(/undefined| {2}|please/i);
      }
    }
    expect(promptOf({ repair: 'page-on-server' }, founder)).toContain(
      'This app is built with Lovable and keeps its data in Supabase.',
    );
    expect(promptOf({ repair: 'page-on-server' }, engineer)).toMatch(/keeps its data in Postgres/);
  });

  test('speaks the words of the platform', () => {
    const list = (answers: Answers) => promptOf({ repair: 'page-on-server' }, answers);
    expect(list({ builder: 'lovable' })).toMatch(/supabase\.from/);
    expect(list({ backend: 'postgres' })).toMatch(/findMany/);
    expect(list({ backend: 'firebase' })).toMatch(/startAfter/);
    expect(list(bubbler)).toMatch(/repeating group/);
    expect(list(bubbler)).not.toMatch(/SQL|supabase|component/);
    expect(toolOf(founder)).toBe('Lovable');
    expect(toolOf(bubbler)).toMatch(/^Bubble/);
    expect(toolOf({})).toMatch(/assistant/);
  });

  test('follows the answer: rules that are off, and screens that ask on a timer, need other work', () => {
    const rules = (given: Answers['rules']) =>
      promptOf({ repair: 'rules-once' }, { builder: 'lovable', rules: given });
    expect(rules('off')).toMatch(/switch row-level security on/);
    expect(rules('join')).toMatch(/Turn each round/);
    expect(rules('row')).toMatch(/in place of auth\.uid\(\)/);
    expect(promptOf({ repair: 'narrow-live' }, { live: 'poll' })).toMatch(/setInterval/);
  });

  test('names the places that the scan found', () => {
    const lines = [{ file: 'src/pages/Orders.tsx', line: 41, says: 'reads all orders' }];
    const prompt = promptOf({ repair: 'page-on-server', lines }, founder);
    expect(prompt).toContain('- src/pages/Orders.tsx:41 reads all orders');
  });
});
