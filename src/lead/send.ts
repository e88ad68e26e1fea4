import type { LeadAnswer } from './api.ts';
import type { Lead } from './lead.ts';
import { type Outcome, request } from './request.ts';

/** Asks to have the report mailed. The same id is the same lead: sending again sends no second mail. */
export const sendLead = (lead: Lead, ask?: typeof fetch): Promise<Outcome<LeadAnswer>> =>
  request('/api/leads', lead, ask);
