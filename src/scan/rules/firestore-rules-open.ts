import type { Rule } from '#src/scan/rule.ts';

/** `allow read, write: if true;`, and `allow read;` which means the same. */
const OPEN = /\ballow\s+([a-z,\s]+?)\s*(?::\s*if\s+true\s*)?;/;

export const firestoreRulesOpen: Rule = {
  id: 'firestore-rules-open',
  find: ({ texts }) =>
    [...texts]
      .filter(([path]) => path.endsWith('firestore.rules'))
      .flatMap(([path, text]) =>
        text.split('\n').flatMap((row, i) => {
          const rights = OPEN.exec(row.replace(/\/\/.*$/, ''))?.[1];
          if (!rights) return [];
          const writes = /write|create|update|delete/.test(rights);
          return [
            {
              rule: 'firestore-rules-open' as const,
              file: path,
              line: i + 1,
              says: writes
                ? 'Lets anyone change these documents.'
                : 'Lets anyone read these documents, all of them.',
            },
          ];
        }),
      ),
};
