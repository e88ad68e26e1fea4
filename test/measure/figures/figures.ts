import type { Lab } from '../drive.ts';
import { head, write } from '../lab/record.ts';
import { cacheOrNot, connectOrPool } from './loads.ts';
import { allOrPage, loopOrJoin, paging, rules, scanOrIndex } from './queries.ts';

/** One file of figures each, named after what it is about. */
const all = {
  index: [scanOrIndex, 'One client, warm: from the query to its rows.'],
  rules: [rules, 'One client, warm: from the query to its rows, by the way a policy is written.'],
  loop: [loopOrJoin, 'One client over a line that takes the given time there and back.'],
  paging: [paging, 'One client, warm: from the query to its 20 rows.'],
  list: [allOrPage, 'One client, warm: from the query to the JSON that leaves the server.'],
  connecting: [connectOrPool, 'Eight clients that do not think, indexed pages of 20 rows.'],
  cache: [cacheOrNot, '600 users who think 2 to 5 s.'],
} as const;

/** Measures the figures that articles quote, or only those files whose name matches. */
export async function measureFigures(
  lab: Lab,
  versions: Record<string, string>,
  only: RegExp,
): Promise<void> {
  await lab.cluster.use({ cores: '0', connections: 100, tls: false, buffers: 512 });
  for (const [name, [measure, method]] of Object.entries(all)) {
    if (!only.test(name)) continue;
    const figures = await measure(lab);
    console.log(name, figures);
    write(name, { head: head('figures/figures.ts', method, versions), figures });
  }
}
