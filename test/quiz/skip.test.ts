import { describe, expect, it } from 'vitest';
import type { Step } from '#src/quiz/path.ts';
import { questions } from '#src/quiz/questions.ts';
import { DECIDING, skipsOf } from '#src/quiz/skip.ts';

const all = questions as readonly Step[];
const skips = (id: string) => {
  const question = all.find((q) => q.id === id);
  return (question ? skipsOf(question) : []).map((s) => [s.question.id, s.labels]);
};

describe('the note “skip this”', () => {
  it('names the tools that settle where the data lives', () => {
    expect(skips('backend')).toEqual([['builder', ['Lovable', 'Bubble']]]);
  });

  it('follows from one answer by way of another', () => {
    expect(skips('firebasePlan')).toContainEqual(['builder', ['Lovable', 'Bubble']]);
    expect(skips('firebasePlan')).toContainEqual([
      'backend',
      ['Supabase', 'Another Postgres', 'I don’t know'],
    ]);
  });

  it('names a small table for the question about indexes', () => {
    expect(skips('indexes')).toContainEqual(['rows', ['Fewer than 1,000']]);
  });

  it('is left out for a question that everybody is asked', () => {
    expect(skips('builder')).toEqual([]);
    expect(skips('target')).toEqual([]);
  });

  it('knows every question that decides about another one', () => {
    const read = new Set<string>();
    for (const builder of ['bolt', 'code', 'lovable', 'bubble', undefined]) {
      for (const backend of ['supabase', 'firebase', 'postgres', undefined]) {
        const given: Record<string, string | undefined> = { builder, backend };
        const watched = new Proxy(given, {
          get: (target, key) => {
            read.add(String(key));
            return target[String(key)];
          },
        });
        for (const question of all) question.when?.(watched);
      }
    }
    expect([...read].sort()).toEqual([...DECIDING].sort());
  });
});
