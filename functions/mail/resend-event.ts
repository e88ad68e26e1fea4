import { z } from '#src/zod.ts';
import { fromTag } from './resend.ts';
import type { Stop } from '#functions/store/stops.ts';

/** What a provider says has become of a mail, from what it says first to what it says last. */
export const deliveries = [
  'sent',
  'delayed',
  'delivered',
  'failed',
  'suppressed',
  'bounced',
  'complained',
] as const;
export type DeliveryState = (typeof deliveries)[number];

/** A webhook about one mail. */
export interface MailEvent {
  readonly state: DeliveryState;
  /** When it happened, by the provider's clock. */
  readonly at: Date;
  readonly providerId: string;
  /** Our id of the mail, where the provider gives the tag back. */
  readonly id?: string;
  readonly to: readonly string[];
  /** Why no further mail may go to these addresses. */
  readonly stop?: Stop;
}

const shape = z.object({
  type: z.string(),
  created_at: z.string().check(z.refine((time) => !Number.isNaN(Date.parse(time)))),
  data: z.object({
    email_id: z.string().check(z.minLength(1)),
    to: z.array(z.string()),
    tags: z.optional(z.record(z.string(), z.string())),
    bounce: z.optional(z.object({ type: z.string() })),
    suppressed: z.optional(z.object({ reason: z.optional(z.string()) })),
  }),
});

/** Opened and clicked are not among them: we do not ask who reads our mails. */
const states: Readonly<Record<string, DeliveryState>> = {
  'email.sent': 'sent',
  'email.delivered': 'delivered',
  'email.delivery_delayed': 'delayed',
  'email.bounced': 'bounced',
  'email.complained': 'complained',
  'email.failed': 'failed',
  'email.suppressed': 'suppressed',
};

/** A full mailbox or a server that is down is no reason to give an address up. */
function stopOf(state: DeliveryState, data: z.infer<typeof shape>['data']): Stop | undefined {
  if (state === 'complained') return 'complained';
  if (state === 'bounced') return data.bounce?.type === 'Permanent' ? 'bounced' : undefined;
  if (state === 'suppressed')
    return data.suppressed?.reason === 'previous_complaint' ? 'complained' : 'bounced';
  return undefined;
}

/** Reads the body of a webhook whose signature is right: `ignored` is an event that says nothing to us. */
export function readEvent(body: unknown): MailEvent | 'ignored' | 'malformed' {
  const type = z.object({ type: z.string() }).safeParse(body);
  if (!type.success) return 'malformed';
  const state = states[type.data.type];
  if (!state) return 'ignored';
  const parsed = shape.safeParse(body);
  if (!parsed.success) return 'malformed';
  const { created_at, data } = parsed.data;
  const stop = stopOf(state, data);
  const tag = data.tags?.mail;
  return {
    state,
    at: new Date(created_at),
    providerId: data.email_id,
    ...(tag && { id: fromTag(tag) }),
    to: data.to,
    ...(stop && { stop }),
  };
}
