import type { Linked } from './facts.ts';

/** A file that cannot be read as code: it may use every word that is in it, and all that it brings in. */
export function linkedByWords(path: string, text: string): Linked {
  const sources = [...text.matchAll(/\b(?:from|import|require)\s*\(?\s*['"`]([^'"`]+)/g)];
  return {
    path,
    imports: [],
    names: new Map(),
    stars: [],
    units: [
      {
        line: 1,
        end: Number.POSITIVE_INFINITY,
        within: 0,
        addresses: [],
        asks: text.match(/[\w$]+/g) ?? [],
        mentions: sources.map(([, source = '']) => ({ source, name: '*', whole: true })),
      },
    ],
  };
}
