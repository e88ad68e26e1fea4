/** What the fake of Cal.com says of its bookings, in the shapes of the OpenAPI document. */
export const MINUTES = 30;

export interface Attendee {
  readonly name: string;
  readonly email: string;
  readonly timeZone: string;
}

export interface FakeBooking {
  readonly uid: string;
  status: 'accepted' | 'pending' | 'cancelled';
  readonly start: string;
  readonly end: string;
  readonly createdAt: string;
  readonly attendee: Attendee;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly eventTypeId: number;
  from?: string;
  to?: string;
}

/** One booking. */
export function show(one: FakeBooking) {
  return {
    id: Number(one.uid.split('-')[1]),
    uid: one.uid,
    title: '30 min between the host and a visitor',
    description: '',
    hosts: [
      {
        id: 1,
        name: 'Host',
        email: 'host@loadworthy.example',
        displayEmail: 'host@loadworthy.example',
        username: 'host',
        timeZone: 'Europe/Berlin',
      },
    ],
    status: one.status,
    start: one.start,
    end: one.end,
    duration: MINUTES,
    eventTypeId: one.eventTypeId,
    eventType: { id: one.eventTypeId, slug: 'call' },
    location: 'https://meet.example/room',
    absentHost: false,
    createdAt: one.createdAt,
    updatedAt: one.createdAt,
    metadata: one.metadata,
    icsUid: `${one.uid}@Cal.com`,
    attendees: [{ ...one.attendee, displayEmail: one.attendee.email, absent: false }],
    bookingFieldsResponses: { name: one.attendee.name, email: one.attendee.email },
    ...(one.from && { rescheduledFromUid: one.from }),
    ...(one.to && { rescheduledToUid: one.to }),
  };
}

/** A page of a list. */
export function pageOf(found: readonly FakeBooking[], take: number, skip: number) {
  const data = found.slice(skip, skip + take).map(show);
  return {
    status: 'success',
    data,
    pagination: {
      totalItems: found.length,
      remainingItems: Math.max(0, found.length - skip - data.length),
      returnedItems: data.length,
      itemsPerPage: take,
      currentPage: Math.floor(skip / take) + 1,
      totalPages: Math.ceil(found.length / take),
      hasNextPage: skip + take < found.length,
      hasPreviousPage: skip > 0,
    },
  };
}
