/**
 * The unchanging part of the script: runs inside k6, so it uses k6's modules and nothing of the
 * browser's or Node's. The constants that script.ts writes stand above it.
 */
export const runtime = `import { sleep } from 'k6';
import exec from 'k6/execution';
import http from 'k6/http';
import { Rate, Trend } from 'k6/metrics';

if (__ENV.HOST !== HOST) {
  throw new Error('This test is made for ' + HOST + '. Type that address to begin: k6 run -e HOST=' + HOST);
}

const screens = LEVELS.map((users) => new Trend('screen_at_' + users, true));
const failures = LEVELS.map((users) => new Rate('failed_at_' + users));
const entries = new Trend('answer_entries');
const bytes = new Trend('answer_bytes');
const cached = new Rate('from_cache');

export const options = {
  userAgent: 'Loadworthy load test, started by the owner of ' + HOST,
  summaryTrendStats: ['med', 'p(95)', 'max', 'count'],
  scenarios: {
    visitors: {
      executor: 'ramping-vus',
      startVUs: 0,
      gracefulStop: '5s',
      stages: LEVELS.flatMap((users) => [
        { duration: RAMP + 's', target: users },
        { duration: HOLD + 's', target: users },
      ]),
    },
  },
  // At the first signs of distress the test ends: it is there to find the limit, not to hold you beyond it.
  thresholds: {
    http_req_failed: [{ threshold: 'rate<0.05', abortOnFail: true, delayAbortEval: '10s' }],
    http_req_duration: [{ threshold: 'p(95)<10000', abortOnFail: true, delayAbortEval: '10s' }],
  },
};

const headers = {};
if (__ENV.TOKEN) headers.Authorization = 'Bearer ' + __ENV.TOKEN;
if (__ENV.APIKEY) headers.apikey = __ENV.APIKEY;

const params = {
  // Another host is never asked, not even where the app sends its visitors on.
  redirects: 0,
  timeout: '30s',
  headers,
};

/** One visitor first: what is sent on or refused would be measured as quick, and mean nothing. */
export function setup() {
  for (const path of PATHS) {
    const { status, headers } = http.get('https://' + HOST + path, params);
    if (status >= 300 && status < 400) {
      throw new Error(HOST + path + ' sends its visitors on to ' + headers.Location + '. Make a new script with the address where that ends.');
    }
    if (status === 0 || status >= 400) {
      throw new Error(HOST + path + ' answers a single visitor with ' + (status || 'nothing') + '. Check the path, or sign in with -e TOKEN=..., and begin again.');
    }
  }
}

/** The level that is held now; -1 on the way to one. */
function held() {
  // From the first visitor on: the test run itself begins earlier, with setup().
  const seconds = (Date.now() - exec.scenario.startTime) / 1000;
  const at = Math.floor(seconds / (RAMP + HOLD));
  return at < LEVELS.length && seconds - at * (RAMP + HOLD) >= RAMP ? at : -1;
}

/** How many entries the longest list of an answer has. */
function longest(body) {
  try {
    const answer = JSON.parse(body);
    const lists = [answer].concat(answer && typeof answer === 'object' ? Object.values(answer) : []);
    return lists.reduce((most, list) => (Array.isArray(list) ? Math.max(most, list.length) : most), 0);
  } catch (_) {
    return 0;
  }
}

const isCached = (headers) =>
  /HIT|STALE/i.test([headers['Cf-Cache-Status'], headers['X-Vercel-Cache'], headers['X-Cache']].join(' ')) ||
  Number(headers['Age']) > 0;

export default function () {
  const level = held();
  const start = Date.now();
  const answers = http.batch(PATHS.map((path) => ['GET', 'https://' + HOST + path, null, params]));
  if (level >= 0) {
    screens[level].add(Date.now() - start);
    failures[level].add(answers.some(({ status }) => status === 0 || status >= 400));
  }
  if (level === 0) {
    for (const { status, body, headers } of answers) {
      if (status !== 200) continue;
      entries.add(longest(body));
      bytes.add(body ? body.length : 0);
      cached.add(isCached(headers));
    }
  }
  sleep(THINK[0] + Math.random() * (THINK[1] - THINK[0]));
}

export function handleSummary(data) {
  // k6 has two forms of it: an object by name, and a list.
  const listed = data.results && data.results.metrics;
  const values = (name) => {
    const metric = listed ? listed.find((one) => one.name === name) : data.metrics[name];
    return metric ? metric.values : undefined;
  };
  const result = {
    loadworthy: 1,
    host: HOST,
    levels: LEVELS.flatMap((users) => {
      const screen = values('screen_at_' + users);
      const failed = values('failed_at_' + users);
      return screen && screen.count > 0
        ? [{ users, screens: screen.count, p95: screen['p(95)'], failed: failed ? failed.rate : 0 }]
        : [];
    }),
    entries: values('answer_entries') ? values('answer_entries').max : null,
    bytes: values('answer_bytes') ? values('answer_bytes').max : null,
    cached: values('from_cache') ? values('from_cache').rate : null,
  };
  const written = JSON.stringify(result);
  const lines = result.levels.map(
    ({ users, p95, failed }) =>
      users + ' at once: 95 of 100 screens within ' + (p95 / 1000).toFixed(1) + ' s, ' + (failed * 100).toFixed(1) + ' % failed',
  );
  return {
    [RESULT_FILE]: written,
    stdout: '\\n' + lines.concat('', 'Paste this line, or ' + RESULT_FILE + ', back into the page:', written).join('\\n') + '\\n',
  };
}
`;
