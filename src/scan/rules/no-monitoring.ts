import type { Rule } from '#src/scan/rule.ts';

/** Packages that tell the owner of errors. Counting visits is not among them. */
const TELLS =
  /sentry|bugsnag|rollbar|honeybadger|raygun|logrocket|highlight\.(run|io)|^@highlight|datadog|dd-trace|newrelic|opentelemetry|appsignal|airbrake|axiom|baselime|betterstack|logtail|trackjs|elastic-apm|applicationinsights/i;

export const noMonitoring: Rule = {
  id: 'no-monitoring',
  find: ({ packages }) =>
    packages.path && ![...packages.names].some((name) => TELLS.test(name))
      ? [
          {
            rule: 'no-monitoring',
            file: packages.path,
            line: 1,
            says: 'Nothing in the app reports errors to you.',
          },
        ]
      : [],
};
