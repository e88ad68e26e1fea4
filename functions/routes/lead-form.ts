import { type Lead, leadSchema } from '#src/lead/lead.ts';
import { TRAP } from '#src/lead/trap.ts';
import { questions } from '#src/quiz/questions.ts';
import { refusal } from '#functions/answer.ts';
import { parse, type Parsed } from '#functions/request.ts';

const trapped = refusal(422, `Leave the field “${TRAP}” empty, then send again.`);

/** An id made of what was sent and the day, so that a double click is one lead. */
async function idOf(content: unknown, now: Date): Promise<string> {
  const day = now.toISOString().slice(0, 10);
  const hash = await crypto.subtle.digest(
    'SHA-256',
    new TextEncoder().encode(JSON.stringify([content, day])),
  );
  const hex = new Uint8Array(hash).toHex();
  // Version 8, "custom", of RFC 9562.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Reads the quiz as a browser without JavaScript sends it. Fields left empty count as not sent. */
export async function leadOfForm(form: FormData, now: Date): Promise<Parsed<Lead>> {
  const sent = [...form].filter(
    (field): field is [string, string] => String(field[1]).trim() !== '',
  );
  const names = sent.map(([name]) => name);
  if (new Set(names).size < names.length) {
    return {
      ok: false,
      refusal: refusal(422, 'Choose one answer to each question, then send again.'),
    };
  }
  // People do not see this field, and programs fill whatever they find.
  if (names.includes(TRAP)) return { ok: false, refusal: trapped };
  const { id, email, name, consent: agreed, page, source, ...rest } = Object.fromEntries(sent);
  // In the order of the questions, so that the same answers give the same id.
  const order = new Map<string, number>(questions.map((question, i) => [question.id, i]));
  const answers = Object.fromEntries(
    Object.entries(rest).sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
  );
  return parse(
    {
      id: id ?? (await idOf([email?.trim().toLowerCase(), answers], now)),
      answers,
      email: email ?? '',
      ...(name && { name }),
      consent: agreed,
      ...((page || source) && { from: { ...(page && { page }), ...(source && { source }) } }),
    },
    leadSchema,
  );
}
