import { useCallback, useEffect, useState } from 'react';
import type { Slots } from './booking.ts';
import { freeTimes } from './client.ts';

/** The free times: undefined while they are looked up, `failed` when that did not work. */
export function useFreeTimes() {
  const [times, setTimes] = useState<Slots | 'failed'>();

  const load = useCallback(async () => {
    setTimes(undefined);
    const outcome = await freeTimes();
    setTimes(outcome.kind === 'done' ? outcome.answer : 'failed');
  }, []);
  useEffect(() => {
    load();
  }, [load]);

  return {
    times,
    load,
    /** After somebody took a time: all that are free now, or the `next` ones that the API named beside it. */
    renew: async (next: Slots['slots']) => {
      const outcome = await freeTimes();
      if (outcome.kind === 'done') setTimes(outcome.answer);
      else setTimes((before) => (typeof before === 'object' ? { ...before, slots: next } : before));
    },
  };
}

/** The zone in which this browser tells the time. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
