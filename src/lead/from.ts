import { readDraft, saveDraft } from './draft.ts';
import type { Lead } from './lead.ts';

const KEPT = 'from';

/** The longest values that the API takes. */
const MOST = { page: 200, source: 100 } as const;

/**
 * Where a visitor came from: the page of this site that led her here, and the campaign that the
 * link named (`?utm_source=` or `?source=`).
 */
export function fromOf(address: URL, referrer: string): NonNullable<Lead['from']> {
  const before = URL.canParse(referrer) ? new URL(referrer) : undefined;
  const page = before?.origin === address.origin ? before.pathname : address.pathname;
  const source = address.searchParams.get('utm_source') ?? address.searchParams.get('source');
  return {
    page: page.slice(0, MOST.page),
    ...(source && { source: source.slice(0, MOST.source) }),
  };
}

/** Notes where she came from when she opens the first of our interactive pages; later ones keep it. */
export function rememberFrom(): void {
  if (Object.keys(readDraft(KEPT)).length > 0) return;
  saveDraft(KEPT, fromOf(new URL(location.href), document.referrer));
}

export const rememberedFrom = (): NonNullable<Lead['from']> => readDraft(KEPT);
