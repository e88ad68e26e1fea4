/**
 * Cal.com as far as we use it, with its habits and its faults. It keeps its bookings in memory, hides
 * what is taken, gives a moved call a new uid, knows no idempotency keys, and answers in the shapes of
 * its OpenAPI document; `test/contracts` holds it against them.
 */
import { type Attendee, type FakeBooking, MINUTES, pageOf, show } from './cal-answers.ts';

type Fault =
  /** 409 in the bare shape: another request won the same time. */
  | 'lost race'
  /** The change is made, and the line breaks before the answer. */
  | 'done but broken'
  /** The change is made, and no answer ever comes. */
  | 'done but silent'
  | 'silence'
  /** 500 with the body `null`. */
  | 'null'
  | 'half an answer'
  | 'server error'
  | 'too many'
  /** The shape of the version that an unknown header gives. */
  | 'old version';

export interface Exchange {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** What was answered; nothing when no answer came. */
  status?: number;
  answer?: unknown;
}

const end = (start: string) => new Date(Date.parse(start) + MINUTES * 60_000).toISOString();

export class FakeCal {
  readonly bookings = new Map<string, FakeBooking>();
  readonly exchanges: Exchange[] = [];
  /** What becomes of the next requests that match, in order. */
  readonly faults: { readonly fault: Fault; readonly on?: RegExp }[] = [];
  /** Every time that is ever offered, UTC. */
  offered: readonly string[] = [];
  readonly eventTypeId = 77;
  /** The host has to confirm: such bookings do not keep a second one of the same time away. */
  confirms = false;
  private made = 0;

  /** The next requests fail so; `on` is matched against “METHOD /path”. */
  fail(fault: Fault, on?: RegExp) {
    this.faults.push({ fault, ...(on && { on }) });
  }

  /** Somebody books there without us. */
  book(start: string, attendee: Attendee, metadata: Record<string, unknown> = {}, from?: string) {
    this.made += 1;
    const booking: FakeBooking = {
      uid: `cal-${this.made}-${crypto.randomUUID().slice(0, 8)}`,
      status: this.confirms ? 'pending' : 'accepted',
      start,
      end: end(start),
      // The fake's own clock: no two bookings are of one moment.
      createdAt: new Date(Date.UTC(2026, 0, 1) + this.made * 1000).toISOString(),
      attendee,
      metadata,
      eventTypeId: this.eventTypeId,
      ...(from && { from }),
    };
    this.bookings.set(booking.uid, booking);
    return booking;
  }

  /** The host or the visitor moves it there. */
  move(old: FakeBooking, start: string): FakeBooking {
    const next = this.book(start, old.attendee, { ...old.metadata }, old.uid);
    old.status = 'cancelled';
    old.to = next.uid;
    return next;
  }

  isTaken = (start: string) =>
    [...this.bookings.values()].some(
      (one) => one.status === 'accepted' && Date.parse(one.start) === Date.parse(start),
    );

  async handle(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const text = await request.text();
    const exchange: Exchange = {
      method: request.method,
      path: url.pathname + url.search,
      headers: Object.fromEntries(request.headers),
      body: text ? JSON.parse(text) : undefined,
    };
    this.exchanges.push(exchange);
    const at = this.faults.findIndex(
      ({ on }) => !on || on.test(`${request.method} ${url.pathname}`),
    );
    const fault = at < 0 ? undefined : this.faults.splice(at, 1)[0]?.fault;
    const [status, answer] = fault === 'lost race' ? lost : this.answer(exchange, url, fault);
    if (fault === 'done but broken') throw new TypeError('the line broke');
    if (fault === 'done but silent' || fault === 'silence') return silence(request.signal);
    if (fault === 'half an answer')
      return new Response(JSON.stringify(answer).slice(0, 40), { status });
    exchange.status = status;
    exchange.answer = answer;
    return Response.json(answer, { status });
  }

  private answer(exchange: Exchange, url: URL, fault: Fault | undefined): [number, unknown] {
    const error = (status: number, code: string, message: string): [number, unknown] => [
      status,
      {
        status: 'error',
        timestamp: '2026-11-23T10:00:00.000Z',
        path: url.pathname,
        error: { code, message, details: {} },
      },
    ];
    if (fault === 'null') return [500, null];
    if (fault === 'silence') return [504, null];
    if (fault === 'server error')
      return error(500, 'InternalServerErrorException', 'Internal server error');
    if (fault === 'too many')
      return error(429, 'ThrottlerException', 'ThrottlerException: Too Many Requests');
    if (fault === 'old version') return [200, { status: 'success', data: { slots: {} } }];
    const { method, body, headers } = exchange;
    if (headers.authorization !== 'Bearer cal_test')
      return error(401, 'UnauthorizedException', 'Invalid API key');
    const sent = (body ?? {}) as {
      start?: string;
      attendee?: Attendee;
      metadata?: Record<string, unknown>;
    };
    const [, , collection, uid, action] = url.pathname.split('/');

    if (collection === 'slots') return [200, { status: 'success', data: this.slots(url) }];
    if (!uid && method === 'GET') return [200, this.list(url)];
    if (!uid) {
      const { start = '', attendee, metadata } = sent;
      if (!attendee) return error(400, 'BadRequestException', 'attendee should not be empty');
      const refused = this.refusal(start);
      if (refused) return error(400, 'BadRequestException', refused);
      return [201, { status: 'success', data: show(this.book(start, attendee, metadata)) }];
    }
    const booking = this.bookings.get(uid);
    if (!booking) return error(404, 'NotFoundException', `Booking with uid=${uid} was not found`);
    if (!action) return [200, { status: 'success', data: show(booking) }];
    // These come in the bare shape.
    if (booking.status === 'cancelled')
      return [400, { statusCode: 400, message: `Booking ${uid} has been cancelled already` }];
    if (action === 'cancel') {
      booking.status = 'cancelled';
      return [200, { status: 'success', data: show(booking) }];
    }
    const refused = this.refusal(sent.start ?? '');
    if (refused) return error(400, 'BadRequestException', refused);
    return [201, { status: 'success', data: show(this.move(booking, sent.start ?? '')) }];
  }

  private refusal(start: string): string | undefined {
    if (!this.offered.some((one) => Date.parse(one) === Date.parse(start)))
      return 'Attempting to book a meeting out of bounds.';
    return this.isTaken(start)
      ? 'User either already has booking at this time or is not available'
      : undefined;
  }

  private slots(url: URL) {
    const [from, until] = [url.searchParams.get('start'), url.searchParams.get('end')];
    const free = this.offered.filter(
      (start) => start >= (from ?? '') && start < (until ?? '') && !this.isTaken(start),
    );
    const days = Map.groupBy(free, (start) => start.slice(0, 10));
    return Object.fromEntries(
      [...days].map(([day, of]) => [day, of.map((start) => ({ start, end: end(start) }))]),
    );
  }

  private list(url: URL) {
    const ask = (name: string) => url.searchParams.get(name);
    const found = [...this.bookings.values()].filter(
      (one) =>
        String(one.eventTypeId) === (ask('eventTypeId') ?? String(one.eventTypeId)) &&
        one.start >= (ask('afterStart') ?? '') &&
        one.end <= (ask('beforeEnd') ?? '9'),
    );
    return pageOf(found, Number(ask('take') ?? 100), Number(ask('skip') ?? 0));
  }
}

const lost: [number, unknown] = [409, { statusCode: 409, message: 'booking_conflict_error' }];

const silence = (signal: AbortSignal) =>
  new Promise<Response>((_, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
  });
