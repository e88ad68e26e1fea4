import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelsFor } from '#src/loadtest/levels.ts';
import { readResult } from '#src/loadtest/result.ts';
import { command, HOLD, RAMP, RESULT_FILE, scriptFor } from '#src/loadtest/script.ts';
import { MOST_USERS, type Target, targetSchema } from '#src/loadtest/target.ts';

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
  const modules = {
    sleep: () => {},
    exec: {
      instance: {
        get currentTestRunDuration() {
          return clock.seconds * 1000;
        },
      },
    },
    http: {
      batch: (requests: [string, string, null, Asked['params']][]) =>
        requests.map(([method, url, , params]) => {
          asked.push({ method, url, params });
          return answer(url);
        }),
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
    `${body}; return { options, visit, handleSummary };`,
  );
  const { options, visit, handleSummary } = run(...Object.values(modules));
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
  return { options, at, asked, summary, handleSummary };
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
