import { ELEMENT_NODE, parse, renderSync, walkSync } from 'ultrahtml';
import sanitize from 'ultrahtml/transformers/sanitize';

/** Parts that do nothing in a feed reader, or need a script or a style. */
const DROPPED = [
  ...['script', 'style', 'link', 'template', 'noscript', 'svg', 'canvas', 'iframe', 'object'],
  ...['button', 'input', 'select', 'textarea', 'label', 'progress', 'output', 'nav', 'dialog'],
];

/** What is kept of a tag; everything else, such as classes and handlers, goes. */
const KEPT = new Set(['href', 'src', 'alt', 'start', 'datetime', 'colspan', 'rowspan']);
const ADDRESSES = new Set(['href', 'src']);

/** HTML for any reader: no script, no style, every link and picture by its full address. */
export function plain(html: string, page: string): string {
  const tree = sanitize({
    dropElements: DROPPED,
    blockElements: ['span', 'div', 'section', 'form', 'fieldset'],
  })(parse(html));
  walkSync(tree, (node) => {
    if (node.type !== ELEMENT_NODE) return;
    node['attributes'] = Object.fromEntries(
      Object.entries<string>(node['attributes'])
        .filter(([name]) => KEPT.has(name))
        .map(([name, value]) => [name, ADDRESSES.has(name) ? new URL(value, page).href : value]),
    );
  });
  return renderSync(tree).trim();
}
