/** Pages for staff: few people are on them at once. */
export const isStaff = (path: string): boolean =>
  /(^|[/\\_-])(admin|backoffice|internal|dashboard\/admin|superadmin|moderation)([/._-]|$)/i.test(
    path,
  ) || /\/Admin[A-Z]?\w*\.[jt]sx?$/.test(path);
