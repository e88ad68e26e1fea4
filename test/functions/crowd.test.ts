import { expect, test } from 'vitest';
import { booking, count, freeTimes, post } from './requests.ts';

test('of a thousand visitors at once for fifty times, fifty book, one each', async () => {
  const slots = (await freeTimes()).slice(0, 50);
  const wishes = Array.from({ length: 1000 }, (_, i) =>
    booking(slots[i % 50] ?? '', { email: `visitor${i}@company.com` }),
  );
  const responses = await Promise.all(wishes.map((wish) => post('/api/bookings', wish)));
  const statuses = Map.groupBy(responses, ({ status }) => status);
  expect([...statuses.keys()].sort()).toEqual([201, 409]);
  expect(statuses.get(201)).toHaveLength(50);
  const times = responses.flatMap(({ status }, i) => (status === 201 ? [wishes[i]?.start] : []));
  expect(new Set(times).size).toBe(50);
  expect(await count('bookings')).toBe(50);
}, 180_000);
