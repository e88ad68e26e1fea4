import type { Resource } from '#src/capacity/rating.ts';
import { AREAS, type Area } from '#src/quiz/questions.ts';
import { gradeAt } from './grade.ts';
import { FEW } from './plan.ts';
import { first, type Rated } from './rate.ts';
import type { Beyond } from './report.ts';

/** The area that answers for a part which gives although every repair is done. */
const areaOf: Readonly<Record<Resource, Area>> = {
  device: 'logic',
  network: 'delivery',
  function: 'logic',
  connections: 'connections',
  pool: 'connections',
  cpu: 'connections',
  disk: 'connections',
  realtime: 'growth',
  thirdParty: 'connections',
  quota: 'connections',
};

/** What is beyond repair, with the numbers of its apps. */
export interface Left extends Beyond {
  readonly apps: readonly number[];
}

function mostOf<T>(values: readonly T[]): T | undefined {
  const count = (value: T) => values.filter((one) => one === value).length;
  return values.toSorted((a, b) => count(b) - count(a))[0];
}

/**
 * The apps that give below the target although the whole plan is done, charged to the area of the part
 * that gives first in them; the most first. With what the plan mends, that is every app that gives
 * below the target, so that no risk goes without a grade and a remedy.
 */
export function beyondRepair(end: Rated, target: number): Left[] {
  const broken = end.limits.flatMap((each, i) => {
    const resource = (end.loads[i] ?? 0) < target ? first(each) : undefined;
    return resource ? [{ i, resource }] : [];
  });
  const byArea = AREAS.flatMap((area) => {
    const own = broken.filter(({ resource }) => areaOf[resource] === area);
    const resource = mostOf(own.map((one) => one.resource));
    return resource ? [{ area, resource, apps: own.map(({ i }) => i) }] : [];
  });
  return byArea
    .sort((a, b) => b.apps.length - a.apps.length)
    .map(({ area, resource, apps }, at) => ({
      area,
      resource,
      apps,
      breaks: apps.length,
      // Something answers for a load below the target, however the apps spread over the areas.
      grade: at === 0 || apps.length >= FEW ? gradeAt(end, target) : 'minor',
    }));
}
