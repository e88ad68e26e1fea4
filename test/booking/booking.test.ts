import { expect, test } from 'vitest';
import { bookingSchema } from '#src/booking/booking.ts';

const { note } = bookingSchema.shape;

test('a note of several lines is kept as one line', () => {
  expect(note.parse(' Which first?\r\n\nWhat can wait?\t')).toBe('Which first? What can wait?');
});

test('a note with hidden characters or beyond 1,000 is told how to be mended', () => {
  expect(note.safeParse('a\u202eb').error?.issues[0]?.message).toMatch(/remove hidden characters/);
  expect(note.safeParse('x'.repeat(1_001)).error?.issues[0]?.message).toMatch(/at most 1,000/);
});
