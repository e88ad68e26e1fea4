import { describe, expect, test } from 'vitest';
import * as bubble from '#src/capacity/constants/bubble.ts';
import type { Plan, PlanSources, Source } from '#src/capacity/constants/constant.ts';
import * as firebase from '#src/capacity/constants/firebase.ts';
import * as hosting from '#src/capacity/constants/hosting.ts';
import * as lab from '#src/capacity/constants/lab.ts';
import { plans } from '#src/capacity/constants/plans.ts';
import * as postgres from '#src/capacity/constants/postgres.ts';
import * as repaired from '#src/capacity/constants/repaired.ts';
import * as supabase from '#src/capacity/constants/supabase.ts';
import * as usage from '#src/capacity/constants/usage.ts';
import * as visitor from '#src/capacity/constants/visitor.ts';

const files: Record<string, [values: object, sources: Record<string, Source>]> = {
  supabase: [supabase.supabase, supabase.supabaseSources()],
  firebase: [firebase.firebase, firebase.firebaseSources()],
  bubble: [bubble.bubble, bubble.bubbleSources()],
  lab: [lab.lab, lab.labSources()],
  visitor: [visitor.visitor, visitor.visitorSources()],
  usage: [usage.usage, usage.usageSources()],
  hosting: [hosting.hosting, hosting.hostingSources()],
  repaired: [repaired.repaired, repaired.repairedSources()],
};

const planFiles: Record<string, [Record<string, Plan>, PlanSources]> = {
  supabase: [supabase.supabasePlans, supabase.supabasePlanSources()],
  postgres: [postgres.postgresPlans, postgres.postgresPlanSources()],
  firebase: [firebase.firebasePlans, firebase.firebasePlanSources()],
  bubble: [bubble.bubblePlans, bubble.bubblePlanSources()],
};

function expectSourced(source: Source | undefined) {
  expect(source?.unit).toBeTruthy();
  expect(source?.source.length).toBeGreaterThan(10);
  expect(source?.date).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
  expect(Date.parse(source?.date ?? '')).not.toBeNaN();
}

describe('the constants', () => {
  test.each(Object.entries(files))(
    'of %s have a unit, a source and a date each',
    (_, [values, sources]) => {
      for (const key of Object.keys(values)) expectSourced(sources[key]);
      expect(Object.keys(sources).sort()).toEqual(Object.keys(values).sort());
    },
  );

  test.each(Object.entries(planFiles))(
    'of the plans of %s have a source each, where they set a limit at all',
    (_, [vendorPlans, sources]) => {
      for (const plan of Object.values(vendorPlans)) {
        for (const [key, value] of Object.entries(plan)) {
          const limit = typeof value === 'number' ? value < Infinity : key !== 'backend';
          if (limit) expectSourced(sources[key as keyof Plan]);
        }
      }
    },
  );

  test('have every range the right way round and above nothing', () => {
    const values = [
      ...Object.values(files).flatMap(([each]) => Object.values(each)),
      ...Object.values(plans).flatMap((plan) => Object.values(plan)),
    ];
    for (const value of values) {
      if (typeof value === 'number') expect(value).toBeGreaterThanOrEqual(0);
      if (typeof value === 'object') {
        expect(value.from).toBeGreaterThan(0);
        expect(value.to).toBeGreaterThanOrEqual(value.from);
      }
    }
  });

  test('count every plan of every vendor once', () => {
    const all = Object.values(planFiles).flatMap(([vendorPlans]) => Object.keys(vendorPlans));
    expect(Object.keys(plans).sort()).toEqual([...all].sort());
  });
});
