import type { Context } from './apply.ts';
import type { Cursor } from './cursor.ts';

/** Supabase sends to the browser what is in this publication. */
const REALTIME = 'supabase_realtime';

/** `create publication` and `alter publication`; only the one that realtime reads matters. */
export function alterPublication(cursor: Cursor, { schema }: Context) {
  if (cursor.takeName() !== REALTIME) return;
  if (cursor.take('for', 'all', 'tables')) schema.allLive = true;
  const live = !cursor.take('drop');
  if (live) cursor.take('add') || cursor.take('for');
  if (cursor.take('set')) for (const table of schema.tables.values()) table.live = false;
  if (!cursor.take('table')) return;
  do {
    cursor.take('only');
    const name = cursor.takeName();
    const table = name && schema.tables.get(name);
    if (table) table.live = live;
    cursor.takeBrackets();
  } while (cursor.takeSymbol(','));
}
