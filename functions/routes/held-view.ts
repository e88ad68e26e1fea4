import { html } from 'hono/html';
import type { Config } from '#functions/config.ts';
import { upcoming } from '#functions/erase.ts';
import { manageLink, reportLink } from '#functions/mail/links.ts';
import type { Kind } from '#functions/outbox.ts';
import type { StoredBooking } from '#functions/store/bookings.ts';
import type { Held, HeldMail } from '#functions/store/held.ts';
import type { StoredLead } from '#functions/store/leads.ts';
import { tellTime, timeLine } from '#src/booking/time.ts';
import { consent } from '#src/lead/lead.ts';
import { type Question, questions } from '#src/quiz/questions.ts';
import { site } from '#src/site.ts';

interface View {
  readonly owner: boolean;
  /** Deletes it. */
  readonly token: string;
  /** The box was not ticked. */
  readonly unsure: boolean;
  readonly now: Date;
}

/** Day and time on the clock of the firm. */
const moment = (time: string) => {
  const told = tellTime(time, time, site.call.timeZone);
  return `${told.day}, ${told.from} (${told.zone})`;
};

const dayOf = (time: string) => tellTime(time, time, site.call.timeZone).day;

const mailNames: Partial<Record<Kind, string>> = {
  report: 'Report',
  'first-reminder': 'First reminder',
  'second-reminder': 'Second reminder',
  'call-booked': 'Confirmation of the call',
  'call-moved': 'New time of the call',
  'call-cancelled': 'Cancellation of the call',
};

const deliveryWords: Readonly<Record<string, string>> = {
  sent: 'Sent, not yet arrived',
  delayed: 'Delayed on its way',
  delivered: 'Arrived',
  bounced: 'Came back',
  complained: 'Marked as unwanted',
  failed: 'Could not be sent',
  suppressed: 'Not sent: mail to this address came back before',
};

function became({ state, delivery, dueAt }: HeldMail): string {
  if (delivery) return deliveryWords[delivery] ?? delivery;
  if (state === 'waiting') return `Goes out on ${moment(dueAt)}`;
  return { sent: 'Sent', failed: 'Given up', dropped: 'Left out' }[state];
}

const rows = (facts: readonly (readonly [string, unknown])[]) =>
  html`<div class="scroll">
    <table>
      <tbody>
        ${facts.map(
          ([label, value]) =>
            html`<tr>
              <th scope="row">${label}</th>
              <td>${value}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** Her answers in the words of the quiz. */
const answersOf = ({ answers }: StoredLead) =>
  (questions as readonly Question[]).flatMap(({ id, title, options }) => {
    const given = answers[id as keyof typeof answers];
    const label = options.find(({ value }) => value === given)?.label ?? given;
    return given === undefined ? [] : [html`<li>${title} ${label}</li>`];
  });

const leadView = (lead: StoredLead, config: Config) =>
  html`<h2>Report of ${dayOf(lead.createdAt)}</h2>
    ${rows([
      ['E-mail address', lead.email],
      ...(lead.name ? [['Name', lead.name] as const] : []),
      ['Rated load', `${Math.round(lead.ratedLoad).toLocaleString('en')} users at once`],
      ['Plans for', lead.target.toLocaleString('en')],
      [
        'Answers',
        html`<ul>
          ${answersOf(lead)}
        </ul>`,
      ],
      ['Report', html`<a href="${reportLink(config, lead.answers)}">Open the report</a>`],
      [
        'Agreed',
        `${moment(lead.consentAt)}, to version ${lead.consentVersion} of the words${lead.consentVersion === consent.version ? `: “${consent.text}”` : ''}`,
      ],
      ...(lead.fromPage ? [['Came from page', lead.fromPage] as const] : []),
      ...(lead.fromSource ? [['Came from', lead.fromSource] as const] : []),
      ['Kept for', `${site.retention.leadDays} days`],
    ])}`;

const callView = async (call: StoredBooking, config: Config, open: boolean) =>
  html`<h2>Call${call.state === 'cancelled' ? ', cancelled' : ''}</h2>
    ${rows([
      ['When', timeLine(call.startsAt, call.endsAt, call.timeZone)],
      ['Name', call.name],
      ['E-mail address', call.email],
      ...(call.note ? [['Note', call.note] as const] : []),
      ...(open
        ? [
            [
              'Change',
              html`<a href="${await manageLink(config, call)}">Move or cancel the call</a>`,
            ] as const,
          ]
        : []),
      ['Kept for', `${site.retention.bookingDays} days after the call`],
    ])}`;

const stopWords = {
  unsubscribed: 'No reminders go to this address: that was asked for.',
  bounced: 'No mail goes to this address: it came back.',
  complained: 'No mail goes to this address: a mail of ours was marked as unwanted.',
};

/** Everything that is kept under one address, and the form that deletes it. */
export async function heldView(held: Held, config: Config, view: View) {
  const open = upcoming(held, view.now);
  const calls = held.bookings.map((call) => callView(call, config, open.includes(call)));
  return html`
    ${
      view.unsure &&
      html`<div class="errors" role="alert">
        <p>Tick the box to say that you mean it, then delete.</p>
      </div>`
    }
    ${held.leads.map((lead) => leadView(lead, config))} ${await Promise.all(calls)}
    <h2>Mails</h2>
    ${rows(held.mails.map((mail) => [mailNames[mail.kind] ?? mail.kind, became(mail)] as const))}
    <p class="quiet">
      Kept for ${site.retention.mailDays} days after they were sent, without their text.
    </p>
    ${held.stops.map((stop) => html`<p>${stopWords[stop]}</p>`)}
    <h2>Delete all of this</h2>
    <p>
      ${open.length > 0 ? 'The call is cancelled with it. ' : ''}What stays is a count of reports
      and calls in each month,
      ${
        held.stops.length > 0
          ? 'and a fingerprint of the address, so that no mail goes there again.'
          : 'and nothing that leads back to anybody.'
      }
    </p>
    <form method="post" action="/your-data/erase">
      <input type="hidden" name="token" value="${view.token}" />
      ${view.owner ? html`<input type="hidden" name="owner" value="yes" />` : ''}
      <label>
        <input type="checkbox" name="sure" value="yes" />
        <span>Delete everything on this page. It cannot be brought back.</span>
      </label>
      <button>Delete it</button>
    </form>
  `;
}
