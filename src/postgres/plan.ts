/** One node of a plan: what PostgreSQL did at that point, as `explain (analyze, format json)` tells it. */
export interface Plan {
  readonly node: string;
  /** Table that it read, and index that it used. */
  readonly on?: string;
  readonly index?: string;
  /** Rows that it passed on, and rows that it looked at and threw away, over all its loops. */
  readonly rows: number;
  readonly removed: number;
  /** Pages of 8 kB that it and what lies beneath it looked into. */
  readonly pages: number;
  readonly inputs: readonly Plan[];
}

type Told = Readonly<Record<string, unknown>>;

const count = (value: unknown) => (typeof value === 'number' ? value : 0);
const word = <Key extends string>(key: Key, value: unknown) =>
  (typeof value === 'string' ? { [key]: value } : {}) as Partial<Record<Key, string>>;

function node(told: Told): Plan {
  const loops = count(told['Actual Loops']) || 1;
  const inputs = Array.isArray(told.Plans) ? (told.Plans as Told[]) : [];
  return {
    node: String(told['Node Type']),
    ...word('on', told['Relation Name']),
    ...word('index', told['Index Name']),
    rows: Math.round(count(told['Actual Rows']) * loops),
    removed: Math.round(
      (count(told['Rows Removed by Filter']) + count(told['Rows Removed by Index Recheck'])) *
        loops,
    ),
    pages: count(told['Shared Hit Blocks']) + count(told['Shared Read Blocks']),
    inputs: inputs.map(node),
  };
}

/** @throws {Error} when it is not the answer of `explain (format json)`. */
export function readPlan(answer: unknown): Plan {
  const first = Array.isArray(answer) ? (answer[0] as Told | undefined) : undefined;
  if (!first?.Plan) throw new Error('The plan is not in the form that PostgreSQL 18 gives');
  return node(first.Plan as Told);
}

/** The nodes in the order in which rows pass through them: what is read first comes first. */
export const inOrder = (plan: Plan): readonly Plan[] => [...plan.inputs.flatMap(inOrder), plan];
