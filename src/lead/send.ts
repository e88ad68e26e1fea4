import type { LeadAnswer } from './api.ts';
import type { Lead } from './lead.ts';
import { PROOF_HEADER } from './proof-header.ts';
import { type Outcome, request } from './request.ts';

/**
 * Asks to have the report mailed. The same id is the same lead: sending again sends no second mail.
 * @param proof of work; without one fewer reports a day are mailed
 */
export const sendLead = (
  lead: Lead,
  proof?: string,
  ask?: typeof fetch,
): Promise<Outcome<LeadAnswer>> =>
  request('/api/leads', lead, ask, proof ? { [PROOF_HEADER]: proof } : {});
