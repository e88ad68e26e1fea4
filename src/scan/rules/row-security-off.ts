import { growthOf } from '#src/scan/growth.ts';
import type { Rule } from '#src/scan/rule.ts';

/** Only where the browser reaches the database itself: behind a server of one's own it is no fault. */
export const rowSecurityOff: Rule = {
  id: 'row-security-off',
  find: (project) => {
    const { schema, files, packages } = project;
    const direct = files.some(
      ({ place, queries, setup }) =>
        setup.some(({ what }) => what === 'browser-client') ||
        (place === 'browser' && queries.some((query) => query.client === 'supabase')),
    );
    const named = [...packages.names];
    const speaks = named.length === 0 || named.some((name) => name.startsWith('@supabase/'));
    if (!schema.supabase || !direct || !speaks) return [];
    return [...schema.tables.values()]
      .filter(
        (table) => table.complete && !table.secured && !table.name.includes('.') && !table.alias,
      )
      .map((table) => ({
        rule: 'row-security-off' as const,
        file: table.place.file,
        line: table.place.line,
        table: table.name,
        growth: growthOf(project, table, table.name),
        // What nothing names any more, or not yet, holds nothing.
        light: !project.isInUse(table),
        says: `Row-level security is off for ${table.name}: whoever has the app’s address can read and change it.`,
      }));
  },
};
