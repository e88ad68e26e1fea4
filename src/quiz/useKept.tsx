import { useEffect, useState } from 'react';
import type { Answers } from './answers.ts';
import type { Place } from './progress.ts';
import { saveAnswers, savePlace } from './storage.ts';

/** Keeps the answers and the place on this device; false when the browser does not let us. */
export function useKept(answers: Answers, place: Place): boolean {
  const [saved, setSaved] = useState(true);
  const kept = JSON.stringify(answers);
  useEffect(() => {
    if (kept === '{}') return;
    setSaved(saveAnswers(JSON.parse(kept)));
    savePlace(place);
  }, [kept, place]);
  return saved;
}
