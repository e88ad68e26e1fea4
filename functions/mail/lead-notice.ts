import type { Config } from '#functions/config.ts';
import type { StoredLead } from '#functions/store/leads.ts';
import { tellTime } from '#src/booking/time.ts';
import { inUsers } from '#src/report/words.ts';
import { site } from '#src/site.ts';
import type { Letter } from './letter.ts';
import { mailto } from './links.ts';
import { toOwner } from './owner.ts';
import { reportFacts } from './report-facts.ts';

/**
 * To the owner: somebody asked for a report.
 * @param all signed link to everything that is kept of her, deliveries too · @param dead why no mail reaches her
 */
export function leadNotice(lead: StoredLead, config: Config, all: string, dead?: string): Letter {
  const told = tellTime(lead.createdAt, lead.createdAt, site.call.timeZone);
  const from = [lead.fromPage, lead.fromSource].filter(Boolean).join(', ');
  return {
    ...toOwner,
    subject: `New lead: rated ${inUsers(lead.ratedLoad)}, plans for ${inUsers(lead.target)}`,
    preview: lead.email,
    title: `Rated ${inUsers(lead.ratedLoad)}, plans for ${inUsers(lead.target)}`,
    blocks: [
      {
        kind: 'facts',
        facts: [
          {
            label: 'Answer',
            value: lead.email,
            href: mailto(lead.email, `Your ${site.name} report`),
          },
          ...(dead ? [{ label: 'Mail', value: dead }] : []),
          ...(lead.name ? [{ label: 'Name', value: lead.name }] : []),
          ...reportFacts(lead.answers, config),
          { label: 'When', value: `${told.day}, ${told.from} (${told.zone})` },
          ...(from ? [{ label: 'Came from', value: from }] : []),
          { label: 'Mails and calls', value: 'See what arrived, and all that is kept', href: all },
        ],
      },
    ],
  };
}
