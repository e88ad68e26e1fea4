import { TRIGRAMS } from './repair-sql.ts';
import type { Finding } from './rule.ts';

/** What the visitor takes away: SQL to run, and words for the tool that built the app. */
export interface Repairs {
  /** Each is run by itself: PostgreSQL makes no index “concurrently” within a transaction. */
  readonly indexes: readonly string[];
  readonly policies: readonly string[];
  readonly prompt: string;
}

/** Findings named to the tool; more would only bury the first. */
const NAMED = 20;

const HOW: Partial<Record<Finding['rule'], string>> = {
  'list-without-limit':
    'Read one page at a time: order by a column and use range(), take or limit; load more on scroll.',
  'query-per-row':
    'Ask once for the whole list: embed the relation in the select, or collect the keys and use in().',
  'realtime-whole-table':
    'Subscribe with a filter to the rows that this visitor sees, or use Broadcast.',
  polling:
    'Ask less often, stop while the tab is hidden, or listen for changes of this visitor only.',
  'slow-call-without-timeout':
    'Set a time limit with AbortSignal.timeout() and handle it; move the work to the background where nobody has to wait.',
  'client-per-request':
    'Make the database client once, outside the handler, and use the pooler’s address.',
  'work-in-browser': 'Filter, sort and add up in the database instead of in the browser.',
  'heavy-images': 'Save the pictures as WebP in the size in which they are shown.',
  'no-client-cache': 'Read through React Query with a staleTime of at least 60 seconds.',
  'row-security-off':
    'Switch row-level security on and write policies; test them with two accounts.',
  'policy-always-true': 'Name in the policy whose rows may be written.',
  'firestore-rules-open': 'Ask for request.auth in the rules and limit what a query may list.',
  'no-monitoring': 'Add error reporting such as Sentry.',
};

const unique = (statements: readonly (string | undefined)[]): string[] => [
  ...new Set(statements.filter((one) => one !== undefined)),
];

function prompt(findings: readonly Finding[]): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].filter((rule) => HOW[rule]);
  const parts = rules.map((rule) => {
    const places = findings.filter((one) => one.rule === rule);
    const named = places.slice(0, NAMED).map(({ file, line, says }) => `- ${file}:${line} ${says}`);
    const more = places.length - named.length;
    return [HOW[rule], ...named, ...(more > 0 ? [`- and ${more} more of the same kind`] : [])].join(
      '\n',
    );
  });
  return [
    'Change the following places so that the app bears more users at once. Keep what the visitor sees the same, change one kind at a time, and show me each change before the next.',
    ...parts,
  ].join('\n\n');
}

/** From the findings that the visitor did not call harmless. */
export function repairsOf(findings: readonly Finding[]): Repairs {
  const made = findings.filter(
    ({ rule, growth }) =>
      rule === 'filter-without-index' ||
      (rule === 'foreign-key-without-index' && growth !== 'small'),
  );
  const indexes = unique(made.map(({ sql }) => sql));
  const words = indexes.some((sql) => sql.includes('gin_trgm_ops'));
  return {
    indexes: words ? [TRIGRAMS, ...indexes] : indexes,
    policies: unique(
      findings.filter(({ rule }) => rule === 'policy-asks-per-row').map(({ sql }) => sql),
    ),
    prompt: findings.length > 0 ? prompt(findings) : '',
  };
}
