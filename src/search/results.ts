import type { Found } from './pagefind.ts';
import { sectionsOf } from './words.ts';

/** Takes over the words of an excerpt and its marks, and nothing else that may stand in it. */
function excerpt(html: string): HTMLParagraphElement {
  const shown = document.createElement('p');
  shown.className = 'search-excerpt';
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const node of body.childNodes) {
    const text = node.textContent ?? '';
    const part = node instanceof HTMLElement && node.localName === 'mark' ? 'mark' : 'span';
    const element = document.createElement(part);
    element.textContent = text;
    shown.append(element);
  }
  return shown;
}

function link(href: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  return made;
}

/** A page that was found: what it is, its title, the place in it, and its sections. */
export function result({ url, meta, excerpt: html, sub_results }: Found): HTMLLIElement {
  const item = document.createElement('li');
  item.className = 'search-result';
  const kind = document.createElement('p');
  kind.className = 'eyebrow';
  kind.textContent = meta.kind ?? '';
  const title = document.createElement('h2');
  title.className = 'search-title';
  title.append(link(url, meta.title));
  item.append(kind, title, excerpt(html));
  const sections = sectionsOf(url, sub_results);
  if (sections.length > 0) {
    const list = document.createElement('ul');
    list.className = 'bare search-sections';
    list.append(
      ...sections.map((section) => {
        const entry = document.createElement('li');
        entry.append(link(section.url, section.title));
        return entry;
      }),
    );
    item.append(list);
  }
  return item;
}
