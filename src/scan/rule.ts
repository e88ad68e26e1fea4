import type { Growth } from './growth.ts';
import type { Project } from './project.ts';
import type { Size } from './size.ts';

/**
 * The contract of a rule: one file here, one document under content/scan/ and one test under
 * test/scan/rules/, all of the same name.
 */
export const RULES = [
  'list-without-limit',
  'query-per-row',
  'filter-without-index',
  'foreign-key-without-index',
  'policy-asks-per-row',
  'realtime-whole-table',
  'polling',
  'slow-call-without-timeout',
  'client-per-request',
  'work-in-browser',
  'row-security-off',
  'policy-always-true',
  'firestore-rules-open',
  'no-client-cache',
  'heavy-images',
  'no-monitoring',
] as const;
export type RuleId = (typeof RULES)[number];

export interface Finding {
  readonly rule: RuleId;
  readonly file: string;
  readonly line: number;
  /** As the database calls it. */
  readonly table?: string | undefined;
  readonly columns?: readonly string[] | undefined;
  /** One sentence, in a founder's words, about this place. */
  readonly says: string;
  /** How the table behind it grows; absent where no table is concerned. */
  readonly growth?: Growth | undefined;
  /** How long the table gets, by the word of the visitor or of her database. */
  readonly size?: Size | undefined;
  /** Reads what one of many companies has. */
  readonly ofCompany?: boolean | undefined;
  /** Of a loop, the table of the list that it goes through. */
  readonly through?: string | undefined;
  /** Reads the table whole (all), one visitor's or parent's part (part), or is no read (none). */
  readonly scope?: 'all' | 'part' | undefined;
  /** The statement that repairs it, where SQL alone does. */
  readonly sql?: string | undefined;
  /** Other places of the same fault: where the list is sorted, where the row is shown. */
  readonly also?: readonly {
    readonly file: string;
    readonly line: number;
    readonly says: string;
  }[];
  /** Looks for words within a text: an index of another kind is needed. */
  readonly within?: boolean | undefined;
  /** Costs little where it stands: it sorts what is read whole anyway, or checks the one row that changes. */
  readonly light?: boolean | undefined;
  /** Nothing that runs leads to it. */
  readonly unused?: boolean | undefined;
  /** On a path that many visitors take at once, or on one for staff only. */
  readonly staff?: boolean | undefined;
}

export interface Rule {
  readonly id: RuleId;
  readonly find: (project: Project) => Finding[];
}
