import type { Rule, RuleId } from '#src/scan/rule.ts';
import { clientPerRequest } from './client-per-request.ts';
import { filterWithoutIndex } from './filter-without-index.ts';
import { firestoreRulesOpen } from './firestore-rules-open.ts';
import { foreignKeyWithoutIndex } from './foreign-key-without-index.ts';
import { heavyImages } from './heavy-images.ts';
import { listWithoutLimit } from './list-without-limit.ts';
import { noClientCache } from './no-client-cache.ts';
import { noMonitoring } from './no-monitoring.ts';
import { policyAlwaysTrue } from './policy-always-true.ts';
import { policyAsksPerRow } from './policy-asks-per-row.ts';
import { polling } from './polling.ts';
import { queryPerRow } from './query-per-row.ts';
import { realtimeWholeTable } from './realtime-whole-table.ts';
import { rowSecurityOff } from './row-security-off.ts';
import { slowCallWithoutTimeout } from './slow-call-without-timeout.ts';
import { workInBrowser } from './work-in-browser.ts';

export const rules = {
  'list-without-limit': listWithoutLimit,
  'query-per-row': queryPerRow,
  'filter-without-index': filterWithoutIndex,
  'foreign-key-without-index': foreignKeyWithoutIndex,
  'policy-asks-per-row': policyAsksPerRow,
  'realtime-whole-table': realtimeWholeTable,
  polling,
  'slow-call-without-timeout': slowCallWithoutTimeout,
  'client-per-request': clientPerRequest,
  'work-in-browser': workInBrowser,
  'row-security-off': rowSecurityOff,
  'policy-always-true': policyAlwaysTrue,
  'firestore-rules-open': firestoreRulesOpen,
  'no-client-cache': noClientCache,
  'heavy-images': heavyImages,
  'no-monitoring': noMonitoring,
} as const satisfies { readonly [Id in RuleId]: Rule & { readonly id: RuleId } };
