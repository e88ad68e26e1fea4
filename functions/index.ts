import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { requestId } from 'hono/request-id';
import { matchedRoutes } from 'hono/route';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import { site } from '#src/site.ts';
import { atEase } from './abuse.ts';
import { type App, broken, notHere, notSetUp, refusal, refuse } from './answer.ts';
import { sweepCalendar } from './calendar/cal-sweep.ts';
import { readConfig } from './config.ts';
import { kick } from './follow-up.ts';
import { log, traceOf } from './log.ts';
import { isOwn, MAX_BODY, tooLong } from './request.ts';
import { bookPage } from './routes/book-page.ts';
import { bookings } from './routes/bookings.ts';
import { brokenPage } from './routes/broken-page.ts';
import { calWebhook } from './routes/cal-webhook.ts';
import { health } from './routes/health.ts';
import { leads } from './routes/leads.ts';
import { mailbox } from './routes/mailbox.ts';
import { proof } from './routes/proof.ts';
import { resendWebhook } from './routes/resend-webhook.ts';
import { slots } from './routes/slots.ts';
import { unsubscribe } from './routes/unsubscribe.ts';
import { yourData } from './routes/your-data.ts';
import { forgetCounts } from '#functions/store/counts.ts';
import { DAILY, sweep } from './sweep.ts';

export { FollowUp } from './follow-up.ts';

const app = new Hono<App>();

/** The pattern that a request matched. Its address stays out of the log: it may be a signed link. */
const routeOf = (c: Context<App>) => matchedRoutes(c).at(-1)?.path ?? '';

// A page, not an answer of ours: it keeps the headers of public/_headers.
app.route('/', bookPage);

// A client's own id is not taken over: it could carry anything into the log.
app.use(requestId({ headerName: '' }));
app.use(async (c, next) => {
  const start = Date.now();
  await next();
  const id = c.get('requestId');
  c.header('X-Request-Id', id);
  const { method } = c.req;
  log('info', 'request', {
    id,
    method,
    route: routeOf(c),
    status: c.res.status,
    ms: Date.now() - start,
  });
});
app.use(
  secureHeaders({
    // A route that needs another policy sets its own.
    overwrite: false,
    // The same as in public/_headers, which the pages beside have.
    strictTransportSecurity: 'max-age=31536000; includeSubDomains',
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [] },
    // The pages beside do not ask for it, and browsers warn of an origin that does both.
    originAgentCluster: false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: [NONCE],
      imgSrc: ['data:'],
      frameSrc: ["'self'"],
      frameAncestors: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
    },
  }),
);
app.use(async (c, next) => {
  await next();
  c.header('Cache-Control', 'no-store');
});

app.route('/api/health', health);

app.use(async (c, next) => {
  const result = readConfig(c.env);
  if (/^\/dev(\/|$)/.test(c.req.path) && !(result.ok && result.config.local))
    return refuse(c, notHere);
  if (!result.ok) {
    log('error', 'not set up', { problems: result.problems });
    return refuse(c, notSetUp);
  }
  c.set('config', result.config);
  return next();
});
app.use(bodyLimit({ maxSize: MAX_BODY, onError: (c) => refuse(c, tooLong) }));
// These carry a signature of their own, whoever sends them: mail programs and services do.
app.route('/api/webhooks/resend', resendWebhook);
app.route('/unsubscribe', unsubscribe);
app.route('/your-data', yourData);
app.on('POST', '/api/*', async (c, next) =>
  isOwn(c) ? next() : refuse(c, refusal(403, `Send this from a page of ${site.name} itself.`)),
);

// Webhooks come fast, and are signed.
app.use('/api/*', async (c, next) => {
  const asks = c.req.method === 'POST' || /^\/api\/(slots|proof)$/.test(c.req.path);
  const refused = asks && !c.req.path.startsWith('/api/webhooks/') && (await atEase(c));
  return refused ? refuse(c, refused) : next();
});

app.route('/api/leads', leads);
app.route('/api/proof', proof);
app.route('/api/slots', slots);
app.route('/api/bookings', bookings);
app.route('/api/webhooks/cal', calWebhook);
app.route('/dev/mailbox', mailbox);
app.notFound((c) => refuse(c, notHere));

app.onError((error, c) => {
  const id = c.get('requestId');
  log('error', 'request failed', {
    id,
    method: c.req.method,
    route: routeOf(c),
    ...traceOf(error),
  });
  if (!c.req.path.startsWith('/api/')) return brokenPage(c, id);
  return c.json(broken(id), 500);
});

export default {
  fetch: app.fetch,
  async scheduled({ cron, scheduledTime }, env) {
    const now = new Date(scheduledTime);
    await sweepCalendar(env, now).catch((error: unknown) =>
      log('error', 'calendar sweep failed', traceOf(error)),
    );
    await kick(env);
    if (cron !== DAILY) return;
    await sweep(env, now);
    await forgetCounts(env.DB, now);
  },
} satisfies ExportedHandler<Env>;
