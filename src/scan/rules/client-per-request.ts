import type { Rule } from '#src/scan/rule.ts';

export const clientPerRequest: Rule = {
  id: 'client-per-request',
  find: ({ files }) =>
    files.flatMap((file) =>
      file.setup
        .filter(({ what }) => what === 'client-per-request')
        .map(({ line }) => ({
          rule: 'client-per-request' as const,
          file: file.path,
          line,
          says: 'Opens a new connection to the database each time that it runs.',
        })),
    ),
};
