import { Webhook } from 'standardwebhooks';
import { type Fault, refused } from './faults.ts';

/**
 * A small Resend, as far as this site knows it: it takes mails, remembers their keys for a day, refuses
 * what the real one refuses, keeps a rate limit, signs webhooks, and fails on request. It is a function
 * from request to answer, so that a test can put it in the place of `fetch` or behind a port.
 */
export interface FakeResend {
  /** Every request to send, whatever became of it. */
  readonly requests: { readonly key: string; readonly body: string }[];
  /** Mails that went out: the body by its idempotency key. One that goes out twice is in `doubled` too. */
  readonly delivered: Map<string, string>;
  readonly doubled: string[];
  /** Answers to the next requests, in order; afterwards all is well again. */
  readonly failures: (Response | Error | Fault)[];
  /** The key that the failures are for; left out, any. */
  failing?: string;
  /** Requests whose body holds this fail as long as it is set. */
  brokenFor?: string | undefined;
  /** Whether this request fails, beside the listed failures; for tests under load. */
  chance?: () => Fault | undefined;
  /** Sent with every answer, such as `ratelimit-remaining`. */
  headers: Record<string, string>;
  answer(request: Request): Promise<Response>;
}

/** How long the real one knows a key. */
const KEY_MS = 24 * 3_600_000;

const TAG = /^[A-Za-z0-9_-]{1,256}$/;
const NOBODY = /@(example|test)\.com$/i;

interface Body {
  readonly from?: unknown;
  readonly to?: unknown;
  readonly subject?: unknown;
  readonly html?: unknown;
  readonly text?: unknown;
  readonly tags?: readonly { readonly name: string; readonly value: string }[];
}

/** What the real one says about a mail that breaks its rules. */
function complaint(body: Body): Response | undefined {
  if (!body.from || !body.to || !body.subject) return refused(422, 'missing_required_field');
  if (!body.html && !body.text) return refused(422, 'validation_error');
  const to = [body.to].flat();
  if (to.length > 50 || to.some((address) => NOBODY.test(String(address))))
    return refused(422, 'validation_error');
  if (body.tags?.some(({ name, value }) => !TAG.test(name) || !TAG.test(value)))
    return refused(422, 'validation_error');
  return undefined;
}

export function makeResend(now: () => number = Date.now): FakeResend {
  const known = new Map<
    string,
    { readonly body: string; readonly id: string; readonly at: number }
  >();
  const underWay = new Set<string>();

  async function send(key: string, body: string): Promise<Response> {
    if (key.length > 256) return refused(400, 'invalid_idempotency_key');
    const before = known.get(key);
    if (before && now() - before.at < KEY_MS) {
      return before.body === body
        ? Response.json({ id: before.id })
        : refused(409, 'invalid_idempotent_request');
    }
    const wrong = complaint(JSON.parse(body));
    if (wrong) return wrong;
    const id = crypto.randomUUID();
    if (key) known.set(key, { body, id, at: now() });
    if (fake.delivered.has(key)) fake.doubled.push(key);
    fake.delivered.set(key, body);
    return Response.json({ id });
  }

  function faultOf(key: string, body: string): Response | Error | Fault | undefined {
    if (fake.brokenFor && body.includes(fake.brokenFor)) return refused(500, 'application_error');
    return ((fake.failing ?? key) === key ? fake.failures.shift() : undefined) ?? fake.chance?.();
  }

  const fake: FakeResend = {
    requests: [],
    delivered: new Map(),
    doubled: [],
    failures: [],
    headers: {},
    async answer(request) {
      if (request.method !== 'POST' || new URL(request.url).pathname !== '/emails')
        return refused(404, 'not_found');
      if (!request.headers.get('authorization')?.startsWith('Bearer re_'))
        return refused(401, 'missing_api_key');
      const key = request.headers.get('idempotency-key') ?? '';
      const body = await request.text();
      fake.requests.push({ key, body });
      const fault = faultOf(key, body);
      if (fault instanceof Error) throw fault;
      if (fault instanceof Response) return fault;
      if (key && underWay.has(key)) return refused(409, 'concurrent_idempotent_requests');
      underWay.add(key);
      try {
        const proceed = () => send(key, body);
        const response = await (fault ? fault(request, proceed) : proceed());
        for (const [name, value] of Object.entries(fake.headers)) response.headers.set(name, value);
        return response;
      } finally {
        underWay.delete(key);
      }
    },
  };
  return fake;
}

/** What the webhook is about; `more` holds what only some kinds have. */
export interface EventOf {
  readonly type: string;
  readonly providerId: string;
  readonly to?: string;
  readonly at?: Date;
  readonly tags?: Record<string, string>;
  readonly more?: Record<string, unknown>;
}

/** The body of a webhook. */
export const eventBody = ({
  type,
  providerId,
  to = 'ada@company.com',
  at = new Date(),
  tags,
  more,
}: EventOf) =>
  JSON.stringify({
    type,
    created_at: at.toISOString(),
    data: {
      email_id: providerId,
      created_at: at.toISOString(),
      from: 'Loadworthy <report@loadworthy.example>',
      to: [to],
      subject: 'Subject',
      ...(tags && { tags }),
      ...more,
    },
  });

export const bounce = (type: 'Permanent' | 'Transient' | 'Undetermined') => ({
  bounce: {
    type,
    subType: type === 'Transient' ? 'MailboxFull' : 'General',
    message: 'the words of the receiving server',
    diagnosticCode: ['smtp; 550 5.1.1 user unknown'],
  },
});

/** Headers by which Resend proves that a webhook is its own. */
export const signedBy = (secret: string, id: string, body: string, at = new Date()) => ({
  'content-type': 'application/json',
  'svix-id': id,
  'svix-timestamp': String(Math.floor(at.getTime() / 1000)),
  'svix-signature': new Webhook(secret).sign(id, at, body),
});
