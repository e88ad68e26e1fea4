/** Where calls are booked. */
export type ChosenCalendar =
  | { readonly service: 'built-in' }
  | {
      readonly service: 'cal.com';
      readonly key: string;
      readonly eventTypeId: number;
      readonly webhookSecret: string;
      readonly link?: string;
      /** Without a trailing slash. */
      readonly baseUrl: string;
    };

const CALCOM = ['CALCOM_API_KEY', 'CALCOM_EVENT_TYPE_ID', 'CALCOM_WEBHOOK_SECRET'] as const;
const EXTRAS = ['CALCOM_LINK', 'CALCOM_BASE_URL'] as const;
type Name = (typeof CALCOM)[number] | (typeof EXTRAS)[number];

/** Cal.com when its whole set is there, our own calendar when nothing of it is. */
export function readCalendar(
  given: Readonly<Partial<Record<Name, string | undefined>>>,
  problems: string[],
): ChosenCalendar {
  const any = [...CALCOM, ...EXTRAS].filter((name) => given[name]);
  if (any.length === 0) return { service: 'built-in' };
  for (const name of CALCOM) {
    if (!given[name])
      problems.push(`${any[0]} is set but ${name} is not. Cal.com needs ${CALCOM.join(', ')}.`);
  }
  const eventTypeId = Number(given.CALCOM_EVENT_TYPE_ID);
  if (given.CALCOM_EVENT_TYPE_ID && !(Number.isInteger(eventTypeId) && eventTypeId > 0))
    problems.push('CALCOM_EVENT_TYPE_ID has to be the number in the address of the event type.');
  const link = given.CALCOM_LINK;
  if (link && !/^https:\/\/(app\.)?cal\.com(\/[\w.-]+)+$/.test(link))
    problems.push('CALCOM_LINK has to be an address like https://cal.com/name/event.');
  return {
    service: 'cal.com',
    key: given.CALCOM_API_KEY ?? '',
    eventTypeId,
    webhookSecret: given.CALCOM_WEBHOOK_SECRET ?? '',
    ...(link && { link }),
    baseUrl: given.CALCOM_BASE_URL ?? 'https://api.cal.com',
  };
}
