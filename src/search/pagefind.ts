/** What we use of Pagefind's script, which the build puts beside the pages. */
export interface Found {
  readonly url: string;
  readonly meta: { readonly title: string; readonly kind?: string };
  /** HTML with `<mark>` around what was found; everything else in it is escaped. */
  readonly excerpt: string;
  /** The page itself and the sections of it in which something was found. */
  readonly sub_results: readonly {
    readonly title: string;
    readonly url: string;
    readonly excerpt: string;
  }[];
}

interface Pagefind {
  readonly options: (options: { excerptLength: number }) => Promise<void>;
  readonly search: (term: string) => Promise<{
    readonly results: readonly { readonly data: () => Promise<Found> }[];
  }>;
}

let loaded: Promise<Pagefind> | undefined;

/** Loads the script with the first search; a failed attempt is forgotten, so that the next one tries again. */
export function load(): Promise<Pagefind> {
  loaded ??= start().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

/** Words shown around what was found. */
const excerptLength = 24;

async function start(): Promise<Pagefind> {
  const address = '/pagefind/pagefind.js';
  const pagefind: Pagefind = await import(/* @vite-ignore */ address);
  await pagefind.options({ excerptLength });
  return pagefind;
}
