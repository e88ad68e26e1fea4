import type { Answers } from '#src/quiz/answers.ts';
import type { NewMail } from '#functions/outbox.ts';
import { writeWithMails } from './write.ts';

export interface StoredLead {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly answers: Answers;
  /** Version of the capacity model that rated it. */
  readonly model: string;
  /** Users at once. */
  readonly ratedLoad: number;
  readonly target: number;
  readonly consentVersion: string;
  readonly consentAt: string;
  readonly fromPage: string | null;
  readonly fromSource: string | null;
  readonly createdAt: string;
}

const LEAD = `id, email, name, answers, model, rated_load AS ratedLoad, target, consent_version AS consentVersion,
  consent_at AS consentAt, from_page AS fromPage, from_source AS fromSource, created_at AS createdAt`;

/**
 * Writes lead and mails together, and with them `also`. `false`, and nothing is written, when there is a
 * lead of that id already, or another key of `also` is taken.
 */
export function addLead(
  db: D1Database,
  lead: StoredLead,
  mails: readonly NewMail[],
  now: Date,
  also: readonly D1PreparedStatement[] = [],
): Promise<boolean> {
  const insert = db
    .prepare(
      `INSERT INTO leads (id, email, name, answers, model, rated_load, target, consent_version, consent_at,
         from_page, from_source, created_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)`,
    )
    .bind(
      lead.id,
      lead.email,
      lead.name,
      JSON.stringify(lead.answers),
      lead.model,
      lead.ratedLoad,
      lead.target,
      lead.consentVersion,
      lead.consentAt,
      lead.fromPage,
      lead.fromSource,
      lead.createdAt,
    );
  return writeWithMails(db, insert, mails, now, also);
}

export async function findLead(db: D1Database, id: string): Promise<StoredLead | undefined> {
  const row = await db
    .prepare(`SELECT ${LEAD} FROM leads WHERE id = ?1`)
    .bind(id)
    .first<Omit<StoredLead, 'answers'> & { answers: string }>();
  return row ? { ...row, answers: JSON.parse(row.answers) } : undefined;
}
