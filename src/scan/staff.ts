/** Pages for staff: few people are on them at once. */
export const isStaff = (path: string): boolean =>
  /(^|[/\\_-])(admin|backoffice|internal|dashboard\/admin|superadmin|moderation|monitoring)([/._-]|$)/i.test(
    path,
  ) || /\/(use)?(Admin[A-Z]?|Monitoring)\w*\.[jt]sx?$/.test(path);

/** Code for a day: it fills, moves or mends what there is, and nobody runs it in daily work. */
export const isOnce = (path: string): boolean =>
  /(^|[/_.-])(seed(er|ing)?|setup-(db|database|tables?|schema|storage)|backfill|migrat(e|ions?)|import|fix|debug|clear|cleanup|demo|old|backup|test-.*)[/._-](.*\.)?[cm]?[jt]sx?$/i.test(
    path,
  );

/** Of these everybody knows that they take a while, and nobody does them often. */
export const isErrand = (name: string): boolean =>
  /import(?!a|ed)|export(?!ed|s)|download(?!ed)|backup|seed|migrat|backfill|purge|wipe|clean_?up|(delete|clear|remove)All|dedup|anonymi[sz]e|provision/i.test(
    name,
  ) || /^print|Print|(generate|make|build|create)\w*Reports?$/.test(name);

/** What a clock sets off, so that nobody waits for it. */
export const isJob = (path: string): boolean =>
  /(^|\/)(?!use)[a-z]\w*(Jobs?|Cron|Backup|Export|Worker|Scheduler)\.[cm]?[jt]s$/.test(path) ||
  /(^|\/)cron([/._-]|s\/)|(^|\/)scheduled\/|(^|\/)sitemap\.|(^|\/)(server|backend|worker)\/(.+\/)?(jobs?|bots?|workers?)\/|(^|\/)functions\/[^/]*(cron|auto[-_]|automat|daily|nightly|weekly|reminder|newsletter|digest|schedule|email|sms|notif|cleanup|cascade|batch|bulk|expir)|(reminder|digest|cron|job|worker|scheduler|scan)s?(-\w+)*\.(service|job|task|worker)\.[jt]s$/.test(
    path,
  );

/** Code that runs on a server, by where it stands. */
export const isOnServer = (path: string): boolean =>
  /(^|\/)(functions|api|([\w-]+-)?(server|backend)|actions|edge|trpc|routers?)\/|\/route\.[jt]sx?$|(^|\/)(server|actions?|middleware)\.[jt]sx?$|\.server\.[jt]sx?$/.test(
    path,
  );
