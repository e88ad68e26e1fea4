const options = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;

/** “23 November 2026”. The date is meant as midnight UTC, as frontmatter gives it. */
export const longDate = (date: Date): string =>
  new Intl.DateTimeFormat('en-GB', options).format(date);

/** “2026”, “November 2026” or “23 November 2026”, as exact as the ISO date that is given. */
export function partialDate(date: string): string {
  const [, month, day] = date.split('-');
  const { year, timeZone } = options;
  return new Intl.DateTimeFormat('en-GB', {
    year,
    timeZone,
    ...(month ? { month: options.month } : {}),
    ...(day ? { day: options.day } : {}),
  }).format(new Date(date));
}

/** “2026-11-23”, for `datetime` attributes and structured data. */
export const isoDate = (date: Date): string => date.toISOString().slice(0, 10);
