import type { Rule } from '#src/scan/rule.ts';
import { PRIVATE, words } from '#src/scan/vocabulary.ts';

/** `allow read, write: if true;`, and `allow read;` which means the same. */
const OPEN = /\ballow\s+([a-z,\s]+?)\s*(?::\s*if\s+true\s*)?;/;

/** Every collection there is, or one that is not meant for all, as posts and reviews are. */
const isPersonal = (documents: string): boolean =>
  documents.includes('=**}') || documents.split('/').some((step) => PRIVATE.test(words(step)));

export const firestoreRulesOpen: Rule = {
  id: 'firestore-rules-open',
  find: ({ texts }) =>
    [...texts]
      .filter(([path]) => path.endsWith('firestore.rules'))
      .flatMap(([path, text]) => {
        let documents = '';
        return text.split('\n').flatMap((row, i) => {
          documents = /\bmatch\s+(\S+)/.exec(row)?.[1] ?? documents;
          const rights = OPEN.exec(row.replace(/\/\/.*$/, ''))?.[1];
          if (!rights) return [];
          const changes = /write|update|delete/.test(rights);
          const reads = /read|get|list/.test(rights);
          return [
            {
              rule: 'firestore-rules-open' as const,
              file: path,
              line: i + 1,
              // What a shop shows, anyone may read; a form for guests has to let them add.
              light: !changes && !(reads && isPersonal(documents)),
              says: changes
                ? 'Lets anyone change these documents.'
                : reads
                  ? 'Lets anyone read these documents, all of them.'
                  : 'Lets anyone add documents.',
            },
          ];
        });
      }),
};
