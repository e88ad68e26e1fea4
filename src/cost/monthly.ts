/** What an app costs a month for a number of people who use it in that month, repair by repair. */
import type { Sample } from '#src/capacity/app.ts';
import { monthlyCost } from '#src/capacity/cost.ts';
import { draw } from '#src/capacity/draw.ts';
import { estimate } from '#src/capacity/estimate.ts';
import type { Estimate } from '#src/capacity/rating.ts';
import { atOnce } from '#src/capacity/users.ts';
import { appOf } from '#src/quiz/app.ts';
import { mend } from '#src/report/mend.ts';
import type { RepairId } from '#src/report/repairs.ts';
import type { Platform } from './platforms.ts';

/** The repairs of the code that change what is read, sent or worked out for a screen. */
export const savings = [
  'page-on-server',
  'join-requests',
  'shared-cache',
] as const satisfies readonly RepairId[];

type Saving = (typeof savings)[number];

/** US dollars a month for the hundred apps, each with its own share of users in the busiest minute. */
function costOf(samples: readonly Sample[], users: number): Estimate {
  const busiest = atOnce(users);
  return estimate(samples.map((sample, i) => monthlyCost(sample, busiest[i] ?? 0)));
}

const repairedBy = (samples: readonly Sample[], repairs: readonly Saving[]) =>
  repairs.reduce<readonly Sample[]>((all, repair) => all.map(mend[repair]), samples);

/** US dollars a month: a tenth of the apps costs less than `low`, half less than `likely`. */
interface Monthly {
  readonly asBuilt: Estimate;
  readonly repaired: Estimate;
  /** With that one repair alone. */
  readonly alone: { readonly [Id in Saving]: Estimate };
  /** The repair that alone saves most; nothing where none saves a dollar. */
  readonly best?: Saving;
}

/** What a month with so many users costs on a platform. */
export function monthlyOf({ answers }: Platform, users: number): Monthly {
  const samples = draw(appOf(answers));
  const asBuilt = costOf(samples, users);
  const each = savings.map(
    (repair) => [repair, costOf(repairedBy(samples, [repair]), users)] as const,
  );
  const [best] = each.toSorted(([, a], [, b]) => a.likely - b.likely);
  return {
    asBuilt,
    repaired: costOf(repairedBy(samples, savings), users),
    alone: Object.fromEntries(each) as Monthly['alone'],
    ...(best && best[1].likely < asBuilt.likely - 1 && { best: best[0] }),
  };
}

/** Users at once in the busiest minute of a month with so many users. */
export const busiestOf = (users: number): Estimate => estimate(atOnce(users));
