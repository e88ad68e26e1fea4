/**
 * What anybody can make us mail at most. Days are UTC. A report brings up to two reminders, a call one
 * mail for the booking, one for each move and one for the cancellation. README, "What an attacker can
 * cause", says what these figures add up to.
 */
export const limits = {
  /** Reports to one mailbox a day, whoever asks. */
  reportsToMailbox: 3,
  /** Reports that one visitor has mailed a day, from a browser that worked for it. */
  reportsOfVisitor: 20,
  /** The same without the proof of that work: browsers without JavaScript, and programs. */
  plainReportsOfVisitor: 3,
  /** Reports of all visitors together a day. */
  reports: 2000,
  plainReports: 200,
  /** Calls booked for one mailbox, by one visitor, and by everybody, a day. */
  callsForMailbox: 2,
  callsOfVisitor: 5,
  calls: 100,
  /** Times that one call can be moved. */
  moves: 5,
} as const;

export type Limit = Exclude<keyof typeof limits, 'moves'>;

/** Who is counted, for each limit: the visitor's or the mailbox's hash, or everybody. */
export type Counted = Readonly<Partial<Record<Limit, string>>>;
