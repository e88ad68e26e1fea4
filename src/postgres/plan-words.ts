import { inOrder, type Plan } from './plan.ts';

/** What each kind of node does, in words that need no database. */
const does: Readonly<Record<string, string>> = {
  'Seq Scan': 'reads the table from its first row to its last',
  'Index Scan': 'looks the rows up in the index and fetches only those',
  'Index Only Scan': 'answers from the index alone, without opening the table',
  'Bitmap Index Scan': 'notes in the index where the rows lie',
  'Bitmap Heap Scan': 'fetches the pages that the index noted',
  Sort: 'puts them in order',
  'Incremental Sort': 'finishes an order that the index had begun',
  Limit: 'stops when the page is full',
  Aggregate: 'adds them up',
  'Nested Loop': 'looks up the second table once for each row of the first',
  'Hash Join': 'matches both tables in one pass',
  'Merge Join': 'matches both tables in one pass, both in order',
  Hash: 'keeps them at hand for matching',
  Memoize: 'remembers what it looked up before',
  Materialize: 'keeps them at hand',
  Result: 'works out one value, once for the whole query',
};

export interface PlanLine {
  /** PostgreSQL's own name for it, with the table and index. */
  readonly name: string;
  readonly does: string;
  readonly rows: string;
}

const number = (value: number) => value.toLocaleString('en');
const rows = (value: number) => `${number(value)} ${value === 1 ? 'row' : 'rows'}`;

function line({ node, on, index, rows: kept, removed }: Plan): PlanLine {
  const place = [on && ` on ${on}`, index && ` by ${index}`].filter(Boolean).join('');
  return {
    name: `${node}${place}`,
    does: does[node] ?? 'a step that PostgreSQL chose here',
    rows: removed > 0 ? `${number(removed + kept)} read, ${number(kept)} kept` : rows(kept),
  };
}

/** The plan as lines, in the order of the work. */
export const inWords = (plan: Plan): readonly PlanLine[] => inOrder(plan).map(line);
