import type { Rule } from '#src/scan/rule.ts';

export const noClientCache: Rule = {
  id: 'no-client-cache',
  find: ({ files }) => {
    const reads = files.filter(
      (file) => file.place === 'browser' && file.queries.some(({ action }) => action === 'read'),
    );
    const [first] = reads;
    if (!first) return [];
    const setup = files.flatMap((file) => file.setup.map((one) => ({ ...one, file: file.path })));
    const has = (what: string) => setup.find((one) => one.what === what);
    if (has('use-query') && has('stale-time')) return [];
    const at = has('query-client');
    return [
      {
        rule: 'no-client-cache' as const,
        file: at?.file ?? first.path,
        line: at?.line ?? 1,
        says: has('use-query')
          ? 'React Query is used, but with no stale time: every screen asks again.'
          : 'Nothing that was read is kept: every screen asks the database again.',
      },
    ];
  },
};
