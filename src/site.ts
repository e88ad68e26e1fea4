/** Everything that an owner edits to make this site their own. Nothing here is secret. */
export const site = {
  name: 'Loadworthy',
  /** Public address, without a trailing slash. Links in mails and canonical links start with it. */
  url: 'https://loadworthy.example',
  language: 'en',
  legal: {
    entity: 'Loadworthy',
    address: 'Set your postal address in src/site.ts',
  },
  /** Where visitors reach a person, and where the notice of a new lead goes. */
  contact: {
    email: 'hello@loadworthy.example',
    owner: 'owner@loadworthy.example',
    /** Sender of every mail; its domain has to be verified at the mail provider. */
    sender: 'Loadworthy <report@loadworthy.example>',
  },
  /** The promise beside every call to action. */
  reply: { hours: 24 },
  /** The free call, and when the built-in calendar offers it. */
  call: {
    minutes: 30,
    /** IANA zone in which `hours` are meant. */
    timeZone: 'Europe/Berlin',
    /** Weekday (1 Monday … 7 Sunday) → opening hours, local time of `timeZone`, half-open. */
    hours: {
      1: [
        ['09:00', '12:00'],
        ['13:00', '17:00'],
      ],
      2: [
        ['09:00', '12:00'],
        ['13:00', '17:00'],
      ],
      3: [
        ['09:00', '12:00'],
        ['13:00', '17:00'],
      ],
      4: [
        ['09:00', '12:00'],
        ['13:00', '17:00'],
      ],
      5: [
        ['09:00', '12:00'],
        ['13:00', '15:00'],
      ],
    } as Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, ReadonlyArray<readonly [string, string]>>>,
    /** Earliest start, in hours from now. */
    noticeHours: 4,
    /** How far ahead times are offered, in days. */
    horizonDays: 21,
    /** How the two meet; named in the confirmation. */
    where: 'Video call; the engineer confirms it with the link',
  },
  /** Reminders about a report, in days after it; the consent in src/lead/lead.ts speaks of at most two. */
  followUp: { reminderDays: { first: 3, second: 10 } },
  /**
   * How long data is kept, in days. The daily sweep deletes what is older. `stopDays`: fingerprints of
   * addresses that asked us to stop, or that our mail did not reach.
   */
  retention: { leadDays: 365, bookingDays: 365, mailDays: 30, stopDays: 1095 },
  /** What repair work costs: the report names it beside each repair, the home page beside the call. */
  price: {
    currency: 'EUR',
    /** Price of a day, from and to. */
    day: [700, 1100],
    /** Days that each repair takes an engineer who knows such apps, from and to; by its name in src/report/repairs.ts. */
    days: {
      'page-on-server': [1, 3],
      'add-indexes': [0.5, 1],
      'rules-once': [0.5, 2],
      'join-requests': [1, 3],
      'pool-connections': [0.5, 1],
      'shared-cache': [1, 2],
      'narrow-live': [1, 2],
      'move-to-background': [2, 4],
      'use-cdn': [0.5, 1.5],
      'bigger-plan': [0.5, 0.5],
      'bigger-server': [0.5, 1],
      'pay-as-you-go': [0.5, 0.5],
      'more-workload': [0.5, 0.5],
    },
  },
} as const;
