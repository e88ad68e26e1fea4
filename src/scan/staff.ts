/** Pages for staff: few people are on them at once. */
export const isStaff = (path: string): boolean =>
  /(^|[/\\_-])(admin|backoffice|internal|dashboard\/admin|superadmin|moderation|monitoring)([/._-]|$)/i.test(
    path,
  ) || /\/(Admin[A-Z]?|Monitoring)\w*\.[jt]sx?$/.test(path);

/** Code for a day: it fills, moves or mends what there is, and nobody runs it in daily work. */
export const isOnce = (path: string): boolean =>
  /(^|[/_.-])(seed(er|ing)?|backfill|migrat(e|ions?)|import|fix|debug|clear|cleanup|demo|test-.*)[/._-](.*\.)?[cm]?[jt]sx?$/i.test(
    path,
  );

/** What a clock sets off, so that nobody waits for it. */
export const isJob = (path: string): boolean =>
  /(^|\/)cron([/._-]|s\/)|(^|\/)sitemap\.|(^|\/)(server|backend|worker)\/(.+\/)?(jobs?|bots?|workers?)\/|(^|\/)functions\/[^/]*(cron|daily|nightly|weekly|reminder|newsletter|digest|schedule|email|sms|notif|cleanup|cascade|batch|bulk|expir)|(reminder|digest|cron|job|worker|scheduler|scan)s?(-\w+)*\.(service|job|task|worker)\.[jt]s$/.test(
    path,
  );
