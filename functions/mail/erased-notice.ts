import { timeLine } from '#src/booking/time.ts';
import { site } from '#src/site.ts';
import type { Letter } from './letter.ts';
import { toOwner } from './owner.ts';

/** What is left to do by hand after a visitor's data was deleted. */
export interface Erased {
  readonly email: string;
  /** Calls that were to come: UTC, and whether the calendar knows that they are off. */
  readonly calls: readonly {
    readonly startsAt: string;
    readonly endsAt: string;
    readonly cancelled: boolean;
  }[];
}

const told = ({ startsAt, endsAt }: Erased['calls'][number]) =>
  timeLine(startsAt, endsAt, site.call.timeZone);

/** To the owner: a visitor had her data deleted; the owner's own mailbox is not within our reach. */
export const erasedNotice = ({ email, calls }: Erased): Letter => ({
  ...toOwner,
  subject:
    calls.length > 0
      ? `Data deleted, and ${calls.length} call off`
      : 'Data deleted at a visitor’s wish',
  preview: 'What is left for you to delete by hand.',
  title: 'A visitor had her data deleted',
  blocks: [
    {
      kind: 'text',
      text: 'Everything in the database under this address is gone. Delete what your own mailbox, calendar and chat hold of it, this mail last.',
    },
    {
      kind: 'facts',
      facts: [
        { label: 'Address', value: email },
        ...calls.map((call) => ({
          label: call.cancelled ? 'Call off' : 'Cancel by hand',
          value: call.cancelled
            ? told(call)
            : `${told(call)}. The calendar did not answer, so it may still hold this call.`,
        })),
      ],
    },
  ],
});
