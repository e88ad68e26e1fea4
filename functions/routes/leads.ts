/**
 * POST /api/leads: keeps a report and mails it.
 *
 * JSON: body `leadSchema` (src/lead/lead.ts). The client makes the id, a new one whenever the content
 * changes. 201 `LeadAnswer` the first time, 200 when the same lead comes again (nothing is mailed
 * twice), 409 when the id belongs to other content. Errors: `ApiError`; 400 no JSON, 413 too long,
 * 415 another type, 422 with a sentence for each field (`email`, `answers.rows`, …), 429 beyond the
 * limits of functions/limits.ts; a header `Proof` (GET /api/proof) raises those.
 *
 * Form (application/x-www-form-urlencoded), for browsers without JavaScript: `email`, `name`,
 * `consent` (value: consent.version), optionally `id`, `page`, `source`; every other field is an
 * answer named after its question. 303 to /quiz/sent/, or a page that says what to change.
 */
import { type Context, Hono } from 'hono';
import type { LeadAnswer } from '#src/lead/api.ts';
import { PROOF_HEADER } from '#src/lead/proof-header.ts';
import { type Lead, leadSchema } from '#src/lead/lead.ts';
import { onPath } from '#src/quiz/path.ts';
import { makeReport } from '#src/report/make.ts';
import { site } from '#src/site.ts';
import { type App, type Refusal, refusal, refuse } from '#functions/answer.ts';
import { kick } from '#functions/follow-up.ts';
import { reportAllowed } from '#functions/abuse.ts';
import { proven } from '#functions/proof.ts';
import { spendProof } from '#functions/store/counts.ts';
import { addLead, findLead, type StoredLead } from '#functions/store/leads.ts';
import { leadMail, reminders } from '#functions/outbox.ts';
import { hasReminders } from '#functions/mail/reminder-letter.ts';
import { bodyType, readJson } from '#functions/request.ts';
import { sign } from '#functions/signature.ts';
import { leadOfForm } from './lead-form.ts';
import { refusedPage } from './refused-page.ts';

const SENT = '/quiz/sent/';

/** Said when the id is another lead's, and when the proof of work was used before. */
const again = refusal(
  409,
  'This form was sent before with other details. Reload the page and send again.',
);

const DAY_MS = 86_400_000;

/** Names the lead to Cal.com's page, for as long as we keep the lead. */
const bookToken = (linkSecret: string, { id, createdAt }: StoredLead) =>
  sign(
    linkSecret,
    'book-for-lead',
    id,
    new Date(Date.parse(createdAt) + site.retention.leadDays * DAY_MS),
  );

export const leads = new Hono<App>().post('/', async (c) => {
  if (bodyType(c) === 'application/x-www-form-urlencoded') {
    const form = await leadOfForm(await c.req.formData(), new Date());
    const kept = form.ok ? await keep(c, form.value) : form.refusal;
    return 'message' in kept ? refusedPage(c, kept) : c.redirect(SENT, 303);
  }
  const body = await readJson(c, leadSchema);
  if (!body.ok) return refuse(c, body.refusal);
  const kept = await keep(c, body.value);
  if ('message' in kept) return refuse(c, kept);
  const answer: LeadAnswer = {
    lead: { id: body.value.id },
    token: await bookToken(c.get('config').linkSecret, kept.lead),
  };
  return c.json(answer, kept.repeated ? 200 : 201);
});

/** Stores the lead with the mails that follow from it, once. */
async function keep(
  c: Context<App>,
  lead: Lead,
): Promise<{ readonly repeated: boolean; readonly lead: StoredLead } | Refusal> {
  const now = new Date();
  const { linkSecret } = c.get('config');
  const answers = onPath(lead.answers);
  if (Object.keys(answers).length === 0)
    return refusal(422, 'Answer the questions of the quiz first.');
  const report = makeReport(answers);
  const row: StoredLead = {
    id: lead.id,
    email: lead.email,
    name: lead.name || null,
    answers,
    model: report.model,
    ratedLoad: report.load.likely,
    target: report.target.users,
    consentVersion: lead.consent,
    consentAt: now.toISOString(),
    fromPage: lead.from?.page || null,
    fromSource: lead.from?.source || null,
    createdAt: now.toISOString(),
  };
  const mails = [
    leadMail('report', lead.id, lead.email, now),
    leadMail('lead-notice', lead.id, site.contact.owner, now),
    ...(hasReminders(report) ? reminders(lead.id, lead.email, now) : []),
  ];
  const before = await findLead(c.env.DB, lead.id);
  const spent = before ? undefined : await proven(linkSecret, c.req.header(PROOF_HEADER), now);
  const refused = before ? undefined : await reportAllowed(c, lead.email, Boolean(spent), now);
  if (refused) return refused;
  const also = spent ? [spendProof(c.env.DB, spent.id, spent.expires)] : [];
  const added = !before && (await addLead(c.env.DB, row, mails, now, also));
  const kept = added ? row : (before ?? (await findLead(c.env.DB, lead.id)));
  const same =
    kept?.email === row.email && JSON.stringify(kept.answers) === JSON.stringify(answers);
  if (!kept || !same) return again;
  // Also when repeated: the first request may have died before it came here.
  c.executionCtx.waitUntil(kick(c.env));
  return { repeated: !added, lead: kept };
}
