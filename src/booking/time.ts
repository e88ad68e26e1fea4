/** A span of time as a person in one zone tells it. */
export interface ToldTime {
  /** “Tuesday 1 December 2026” */
  readonly day: string;
  /** “10:00” */
  readonly from: string;
  readonly to: string;
  /** “Berlin time, GMT+1” */
  readonly zone: string;
}

/** “Berlin time” of Europe/Berlin; a zone without a city keeps its name. */
function nameOf(timeZone: string): string {
  const city = timeZone.split('/').at(-1)?.replaceAll('_', ' ');
  return timeZone.includes('/') && !timeZone.startsWith('Etc/') ? `${city} time` : timeZone;
}

/**
 * Tells a call in the words of the visitor's zone. The offset is the one that holds on that day.
 * @param start, end UTC, ISO 8601 · @param timeZone IANA name
 */
export function tellTime(start: string, end: string, timeZone: string): ToldTime {
  const tell = (date: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).formatToParts(new Date(date));
  const join = (parts: Intl.DateTimeFormatPart[]) => parts.map((part) => part.value).join('');
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const offset = tell(start, { timeZoneName: 'shortOffset' }).find(
    (part) => part.type === 'timeZoneName',
  );
  return {
    day: join(
      tell(start, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    ).replace(',', ''),
    from: join(tell(start, clock)),
    to: join(tell(end, clock)),
    zone: `${nameOf(timeZone)}, ${offset?.value.replace(/[+-]0$/, '') ?? 'GMT'}`,
  };
}

/** The same as one line: “Tuesday 1 December 2026, 10:00 to 10:30 (Berlin time, GMT+1)”. */
export function timeLine(start: string, end: string, timeZone: string): string {
  const told = tellTime(start, end, timeZone);
  return `${told.day}, ${told.from} to ${told.to} (${told.zone})`;
}
