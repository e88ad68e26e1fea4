/** What can go wrong between us and a service, as answers in its place. */

/** The line breaks: the caller gets no answer at all. */
class CutLine extends TypeError {
  override readonly message = 'network';
}

/**
 * A fault takes the place of an answer. `proceed` does what was asked and gives the true answer, for
 * those faults by which only the answer is lost.
 */
export type Fault = (request: Request, proceed: () => Promise<Response>) => Promise<Response>;

/** An error as Resend words it. */
export const refused = (status: number, name: string, headers: Record<string, string> = {}) =>
  Response.json(
    { statusCode: status, name, message: 'the words of the provider' },
    { status, headers },
  );

const answers =
  (make: () => Response): Fault =>
  async () =>
    make();

export const faults = {
  rateLimit: (headers: Record<string, string> = {}) =>
    answers(() => refused(429, 'rate_limit_exceeded', headers)),
  dailyQuota: answers(() => refused(429, 'daily_quota_exceeded')),
  monthlyQuota: answers(() => refused(429, 'monthly_quota_exceeded')),
  serverError: answers(() => refused(500, 'application_error')),
  unavailable: answers(() => refused(503, 'service_unavailable')),
  nullBody: answers(() => Response.json(null, { status: 500 })),
  halfAnswer: (async (_, proceed) => {
    const whole = await (await proceed()).text();
    return new Response(whole.slice(0, Math.ceil(whole.length / 2)), {
      headers: { 'content-type': 'application/json' },
    });
  }) as Fault,
  /** A gateway's page in place of JSON. */
  page: answers(() => new Response('<h1>Bad gateway</h1>', { status: 502 })),
  cutLine: (async () => {
    throw new CutLine();
  }) as Fault,
  /** It was done, and then the line broke. */
  lostAnswer: (async (_, proceed) => {
    await proceed();
    throw new CutLine();
  }) as Fault,
  /** No answer until the caller gives up. */
  silence: ((request) =>
    new Promise((_, reject) => {
      const end = () => reject(request.signal.reason);
      if (request.signal.aborted) end();
      request.signal.addEventListener('abort', end);
    })) as Fault,
} as const;
