import { parse } from '@babel/parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelsFor } from '#src/loadtest/levels.ts';
import { readResult } from '#src/loadtest/result.ts';
import { command, HOLD, RAMP, RESULT_FILE, scriptFor } from '#src/loadtest/script.ts';
import { MOST_USERS, type Target, targetSchema } from '#src/loadtest/target.ts';
import { volumeOf } from '#src/loadtest/volume.ts';

const target: Target = { host: 'my-app.com', paths: ['/api/orders?page=1', '/'] };
const levels = [1, 5, 10];

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly params: { readonly redirects: number; readonly headers: Record<string, string> };
}
interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** When the visitors begin, in milliseconds. */
const START = 1_700_000_000_000;

/** Runs a script as k6 would, with k6's modules played by stand-ins that note what is asked of them. */
function play(script: string, env: Record<string, string>, answer: (url: string) => Answer) {
  const asked: Asked[] = [];
  const metrics = new Map<string, number[]>();
  const clock = { seconds: 0 };
  class Metric {
    readonly name: string;
    constructor(name: string) {
      this.name = name;
      metrics.set(name, []);
    }
    add(value: number | boolean) {
      metrics.get(this.name)?.push(Number(value));
    }
  }
  const ask = (method: string, url: string, params: Asked['params']) => {
    asked.push({ method, url, params });
    return answer(url);
  };
  const modules = {
    sleep: () => {},
    exec: { scenario: { startTime: START } },
    Date: { now: () => START + clock.seconds * 1000 },
    http: {
      batch: (requests: [string, string, null, Asked['params']][]) =>
        requests.map(([method, url, , params]) => ask(method, url, params)),
      get: (url: string, params: Asked['params']) => ask('GET', url, params),
    },
    Rate: Metric,
    Trend: Metric,
    __ENV: env,
  };
  const body = script
    .replace(/^import .*$/gm, '')
    .replace(/^export default function/m, 'const visit = function')
    .replace(/^export /gm, '');
  const run = new Function(
    ...Object.keys(modules),
    `${body}; return { options, setup, visit, handleSummary };`,
  );
  const { options, setup, visit, handleSummary } = run(...Object.values(modules));
  const at = (seconds: number) => {
    clock.seconds = seconds;
    visit();
  };
  /** As k6 hands it to `handleSummary`. */
  const summary = () => ({
    metrics: Object.fromEntries(
      [...metrics]
        .filter(([, values]) => values.length > 0)
        .map(([name, values]) => [
          name,
          {
            values: {
              'p(95)': Math.max(...values),
              max: Math.max(...values),
              count: values.length,
              rate: values.reduce((sum, value) => sum + value, 0) / values.length,
            },
          },
        ]),
    ),
  });
  return { options, setup, at, asked, summary, handleSummary };
}

const fine = (): Answer => ({ status: 200, body: '[{"id":1},{"id":2}]', headers: {} });
const typed = { HOST: 'my-app.com' };

describe('the script', () => {
  const script = scriptFor(target, levels);

  it('refuses to begin unless the same address is typed', () => {
    expect(() => play(script, {}, fine)).toThrow(/made for my-app.com/);
    expect(() => play(script, { HOST: 'other-app.com' }, fine)).toThrow(/made for my-app.com/);
    expect(() => play(script, typed, fine)).not.toThrow();
    expect(command(target)).toContain('-e HOST=my-app.com');
  });

  it('is a module that imports k6’s own parts and nothing else', () => {
    const { body } = parse(script, { sourceType: 'module' }).program;
    const imported = body.flatMap((part) =>
      part.type === 'ImportDeclaration' ? part.source.value : [],
    );
    expect(imported).toEqual(['k6', 'k6/execution', 'k6/http', 'k6/metrics']);
    expect(body.some(({ type }) => type === 'ExportDefaultDeclaration')).toBe(true);
  });

  it('asks that host only, and follows nobody elsewhere', () => {
    const { at, asked } = play(script, typed, fine);
    at(0);
    expect(asked.map(({ url }) => url)).toEqual([
      'https://my-app.com/api/orders?page=1',
      'https://my-app.com/',
    ]);
    expect(asked.every(({ method, params }) => method === 'GET' && params.redirects === 0)).toBe(
      true,
    );
  });

  it('never has more users than its levels, and ends', () => {
    const { stages } = play(script, typed, fine).options.scenarios.visitors;
    expect(stages.map(({ target }: { target: number }) => target)).toEqual([1, 1, 5, 5, 10, 10]);
  });

  it('gives up when the app is in distress', () => {
    const { thresholds } = play(script, typed, fine).options;
    for (const [threshold] of Object.values(thresholds) as { abortOnFail: boolean }[][]) {
      expect(threshold?.abortOnFail).toBe(true);
    }
  });

  it('sends a token only when one is typed', () => {
    const without = play(script, typed, fine);
    without.at(0);
    expect(without.asked[0]?.params.headers).toEqual({});
    const signedIn = play(script, { ...typed, TOKEN: 'abc' }, fine);
    signedIn.at(0);
    expect(signedIn.asked[0]?.params.headers).toEqual({ Authorization: 'Bearer abc' });
  });

  it('sends the public key that Supabase wants, and says so in the command', () => {
    const { at, asked } = play(script, { ...typed, APIKEY: 'sb_publishable_x' }, fine);
    at(0);
    expect(asked[0]?.params.headers).toEqual({ apikey: 'sb_publishable_x' });
    expect(command({ ...target, host: 'abc.supabase.co' })).toContain('-e APIKEY=');
    expect(command(target)).not.toContain('APIKEY');
  });

  it.each<[number, Record<string, string>, RegExp]>([
    [301, { Location: 'https://www.my-app.com/' }, /sends its visitors on to https:\/\/www/],
    [401, {}, /answers a single visitor with 401/],
    [0, {}, /with nothing/],
  ])('does not begin where one visitor is answered with %i', (status, headers, said) => {
    const { setup, asked } = play(script, typed, () => ({ status, body: '', headers }));
    expect(setup).toThrow(said);
    expect(asked).toHaveLength(1);
  });

  it('begins where one visitor is answered', () => {
    const { setup, asked } = play(script, typed, fine);
    expect(setup).not.toThrow();
    expect(asked.map(({ url }) => url)).toEqual(
      target.paths.map((path) => `https://my-app.com${path}`),
    );
  });

  it('counts a screen to the level that is held, and none on the way to it', () => {
    const { at, summary } = play(script, typed, fine);
    at(RAMP - 1);
    expect(summary().metrics).not.toHaveProperty('screen_at_1');
    at(RAMP + 1);
    at(RAMP + HOLD + RAMP + 1);
    at(3 * (RAMP + HOLD) + 1);
    expect(summary().metrics).toHaveProperty('screen_at_1');
    expect(summary().metrics).toHaveProperty('screen_at_5');
    expect(summary().metrics).not.toHaveProperty('screen_at_10');
  });

  it('writes a result that can be pasted back', () => {
    const answers = (url: string): Answer => ({
      status: url.endsWith('/') ? 500 : 200,
      body: JSON.stringify({ data: Array(250).fill({ id: 1 }) }),
      headers: { 'X-Vercel-Cache': 'HIT' },
    });
    const { at, summary, handleSummary } = play(script, typed, answers);
    at(RAMP + 1);
    const written = handleSummary(summary());
    const read = readResult(written[RESULT_FILE]);
    expect(read).toMatchObject({
      ok: true,
      result: {
        host: 'my-app.com',
        levels: [{ users: 1, screens: 1, failed: 1 }],
        entries: 250,
        cached: 1,
      },
    });
    expect(written.stdout).toContain('1 at once');
    expect(readResult(written.stdout)).toEqual(read);
  });

  it('reads the summary of k6 in its newer form, too', () => {
    const { at, summary, handleSummary } = play(script, typed, fine);
    at(RAMP + 1);
    const { metrics } = summary();
    const listed = Object.entries(metrics).map(([name, { values }]) => ({ name, values }));
    expect(handleSummary({ results: { metrics: listed } })).toEqual(handleSummary({ metrics }));
  });

  it('carries what was typed as text, never as code', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string().map((text) => `/${text}`),
          { minLength: 1, maxLength: 3 },
        ),
        (paths) => {
          const { at, asked } = play(scriptFor({ host: 'my-app.com', paths }, [1]), typed, fine);
          at(0);
          expect(asked.map(({ url }) => url)).toEqual(
            paths.map((path) => `https://my-app.com${path}`),
          );
        },
      ),
    );
  });
});

describe('the target', () => {
  const hosts = [
    'https://my-app.com',
    'my-app.com/x',
    'my app.com',
    '10.0.0.1',
    'localhost',
    'a..b',
    '',
  ];
  it.each(hosts)('is not taken from “%s”', (host) => {
    expect(targetSchema.safeParse({ ...target, host }).success).toBe(false);
  });

  it.each(['api', '//evil.com', '/a b', '/\\evil.com', 'https://evil.com/'])(
    'has no path “%s”',
    (path) => {
      expect(targetSchema.safeParse({ ...target, paths: [path] }).success).toBe(false);
    },
  );

  it.each([
    ['firestore.googleapis.com', /Google/],
    ['lovable.dev', /where you build/],
    ['shop.vercel.app', /Enterprise plan/],
  ])('is not taken from %s, which is not hers alone', (host, why) => {
    const { error } = targetSchema.safeParse({ ...target, host });
    expect(error?.issues.map(({ message }) => message)).toEqual([expect.stringMatching(why)]);
  });

  it('is taken from a host beneath a shared name that is not one of those', () => {
    for (const host of ['abc.supabase.co', 'my-lovable.dev.example', 'notvercel.app']) {
      expect(targetSchema.safeParse({ ...target, host }).success).toBe(true);
    }
  });

  it('is tidied up as it was meant', () => {
    expect(targetSchema.parse({ host: ' My-App.com ', paths: ['/'] }).host).toBe('my-app.com');
  });

  it('takes a few paths and nothing else', () => {
    expect(targetSchema.safeParse({ ...target, paths: [] }).success).toBe(false);
    expect(targetSchema.safeParse({ ...target, paths: Array(7).fill('/') }).success).toBe(false);
    expect(targetSchema.safeParse({ ...target, users: 5_000 }).success).toBe(false);
  });
});

it('tests up to where the app is expected to give, within the cap', () => {
  expect(levelsFor({ low: 5, likely: 12, high: 20 })).toEqual([1, 5, 10, 20]);
  expect(levelsFor({ low: 1, likely: 1, high: 1 })).toEqual([1, 2, 4]);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (high) => {
      const levels = levelsFor({ low: 0, likely: 0, high });
      expect(Math.max(...levels)).toBeLessThanOrEqual(MOST_USERS);
      expect([...levels].sort((a, b) => a - b)).toEqual(levels);
    }),
  );
});

it('tells how much a test asks for, at most', () => {
  const one = volumeOf({ ...target, paths: ['/'] }, [1, 10]);
  const two = volumeOf(target, [1, 10]);
  // Two steps of 70 s; ten users who click every eleven seconds ask about once a second.
  expect(one.minutes).toBe(3);
  expect(one.perSecond).toBe(1);
  expect(two.perSecond).toBe(2);
  expect(two.requests).toBeGreaterThan(1.9 * one.requests);
  expect(volumeOf(target, [1, 10, 50]).requests).toBeGreaterThan(4 * two.requests);
});
