type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Opens the tab's storage; throws where the browser forbids it. */
export type Open = () => Store;

const tab: Open = () => globalThis.sessionStorage;

/** Where the browser forbids storage, the page itself remembers until it is left. */
const memory = new Map<string, string>();
const page: Store = {
  getItem: (key) => memory.get(key) ?? null,
  setItem: (key, value) => memory.set(key, value),
  removeItem: (key) => memory.delete(key),
};

function storeOf(open: Open): Store {
  try {
    return open();
  } catch {
    return page;
  }
}

const keyOf = (form: string) => `loadworthy.${form}`;

/**
 * What was typed into a form, kept until the tab is closed, so that a reload loses nothing.
 * Never on the device for longer: it holds an address.
 */
export function readDraft(form: string, open: Open = tab): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(storeOf(open).getItem(keyOf(form)) ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}

/** Keeps `fields` beside what is kept already. */
export function saveDraft(
  form: string,
  fields: Readonly<Record<string, unknown>>,
  open: Open = tab,
): void {
  const kept = JSON.stringify({ ...readDraft(form, open), ...fields });
  try {
    storeOf(open).setItem(keyOf(form), kept);
  } catch {
    // The tab's storage is full; the form itself still holds what was typed.
  }
}

/** Forgets what was typed. */
export const forgetDraft = (form: string, open: Open = tab): void =>
  storeOf(open).removeItem(keyOf(form));

/**
 * The id of a request: the same one as long as `content` is the same, so that a double click, a
 * reload or another try is the same request to the server; a new one for anything else.
 * @param make makes a fresh id
 */
export function requestId(
  form: string,
  content: unknown,
  open: Open = tab,
  make: () => string = () => crypto.randomUUID(),
): string {
  const about = JSON.stringify(content);
  const kept: { readonly about?: unknown; readonly id?: unknown } = readDraft(`${form}-id`, open);
  if (kept.about === about && typeof kept.id === 'string') return kept.id;
  const id = make();
  saveDraft(`${form}-id`, { about, id }, open);
  return id;
}
