import { type Found, load } from './pagefind.ts';
import { result } from './results.ts';
import { isAbout, told, words } from './words.ts';

/** Results shown at first, and with each press of “Show more”. */
const STEP = 8;
/** Milliseconds without a key after which the search begins. */
const PAUSE = 250;

type Hits = readonly { readonly data: () => Promise<Found> }[];

function part<Kind extends Element>(name: string, kind: new () => Kind): Kind {
  const found = document.querySelector(`[data-search-${name}]`);
  if (!(found instanceof kind)) throw new Error(`The search page has no ${name}.`);
  return found;
}

/** Makes the search page work: searches while she types, keeps the word in the address, tells the count. */
export function start(): void {
  const form = part('form', HTMLFormElement);
  const input = part('input', HTMLInputElement);
  const status = part('status', HTMLElement);
  const list = part('results', HTMLOListElement);
  const more = part('more', HTMLButtonElement);
  let hits: Hits = [];
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function show(from: number, mine: number): Promise<void> {
    const pages = await Promise.all(hits.slice(from, from + STEP).map((hit) => hit.data()));
    if (mine !== turn) return;
    const shown = pages.map(result);
    if (from === 0) list.replaceChildren(...shown);
    else list.append(...shown);
    more.hidden = from + STEP >= hits.length;
    // She pressed the button that may just have gone: on with the first of the new ones.
    if (from > 0) shown[0]?.querySelector('a')?.focus();
  }

  async function search(): Promise<void> {
    clearTimeout(timer);
    const mine = ++turn;
    const term = input.value.trim();
    const address = new URL(location.href);
    if (term) address.searchParams.set('q', term);
    else address.searchParams.delete('q');
    history.replaceState(null, '', address);
    hits = [];
    if (!term) {
      list.replaceChildren();
      more.hidden = true;
      status.textContent = words.empty;
      return;
    }
    try {
      status.textContent = words.searching;
      const { results } = await (await load()).search(term);
      if (mine !== turn) return;
      const first = await results[0]?.data();
      if (mine !== turn) return;
      hits = first && isAbout(term, first.meta.title, first.excerpt) ? results : [];
      await show(0, mine);
      if (mine === turn) status.textContent = told(term, hits.length);
    } catch {
      if (mine === turn) status.textContent = words.broken;
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void search();
  });
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void search(), PAUSE);
  });
  more.addEventListener('click', () => void show(list.childElementCount, turn));

  input.value = new URLSearchParams(location.search).get('q') ?? input.value;
  if (input.value) void search();
}
