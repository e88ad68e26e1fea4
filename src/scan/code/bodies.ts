import type * as t from '@babel/types';
import { CACHES, isShared } from './cache.ts';
import type { Body, Callee } from './facts.ts';
import { keepsAnswer } from './kept.ts';
import { calleeOf, functionOf, targetOf } from './names.ts';
import { isFetch, isMutation } from './network.ts';
import { isGivenOnceOpened, waitsForOpening } from './opened.ts';
import type { Found } from './queries.ts';
import { eachByName, isGiven, listOf, repeatLine, repeats } from './repeats.ts';
import { type Rows, unique } from './rows.ts';
import {
  type CallNode,
  type FunctionNode,
  isFunction,
  keyOf,
  lineOf,
  lookup,
  type Node,
  type Tree,
} from './tree.ts';
import { isUpload } from './upload.ts';
import { bare, memberName, namesIn, property } from './value.ts';

/** Given a function, these keep it for later or for an event instead of running it. */
const LATER =
  /^(useCallback|useMutation|memo|forwardRef|on|addEventListener|subscribe|onAuthStateChange|lazy|debounce|throttle|useImperativeHandle|setInterval|cache|unstable_cache|useSubscription)$/;

/** Does this function run when what stands around it runs? */
function runsAtOnce(node: FunctionNode): boolean {
  const up = node.up;
  if (
    up?.type === 'CallExpression' ||
    up?.type === 'OptionalCallExpression' ||
    up?.type === 'NewExpression'
  ) {
    if (up.callee === node) return true;
    const name = up.callee.type === 'Identifier' ? up.callee.name : memberName(up.callee);
    if (CACHES.test(name ?? '')) return !isShared(up.arguments[0]);
    return !LATER.test(name ?? '');
  }
  const holder = node.type === 'ObjectMethod' ? node : up;
  if (holder?.type !== 'ObjectMethod' && holder?.type !== 'ObjectProperty') return false;
  return keyOf(holder) === 'queryFn' && !isShared(property(holder.up, 'queryKey'));
}

/** Shown only when somebody opens it. */
const OVERLAY =
  /(Dialog|Modal|Popover|Sheet|Drawer|Dropdown\w*|Menu|Tooltip|HoverCard|Accordion|Collapsible|Tabs)Content$|Modal$|^Dialog$|^Drawer$/;
const CHOSEN = /open|expand|select|show|active|edit|visible|hover|current/i;

/** `isOpen={open}` */
const opens = (one: t.JSXAttribute | t.JSXSpreadAttribute): boolean =>
  one.type === 'JSXAttribute' &&
  one.value !== null &&
  one.name.type === 'JSXIdentifier' &&
  /^(is)?(open|visible|shown?)$/i.test(one.name.name);

/** Is this element itself opened and closed, does it stand in a dialog, or behind a question that one row at a time answers with yes? */
function isOnDemand(element: t.JSXOpeningElement & Node): boolean {
  if (element.attributes.some(opens)) return true;
  let child: Node = element;
  for (let up = element.up; up && !isFunction(up); child = up, up = up.up) {
    if (up.type === 'JSXElement' && up.openingElement !== element) {
      const { name } = up.openingElement;
      if (name.type === 'JSXIdentifier' && OVERLAY.test(name.name)) return true;
    }
    if (up.type === 'LogicalExpression' && up.right === child && CHOSEN.test(namesIn(up.left)))
      return true;
    if (up.type === 'ConditionalExpression' && up.test !== child && CHOSEN.test(namesIn(up.test)))
      return true;
  }
  return false;
}

interface Draft {
  node: Node;
  body: { -readonly [K in keyof Body]: Body[K] extends readonly (infer T)[] ? T[] : Body[K] };
}

/** The function or loop body that holds this node. */
function holderOf(node: Node, places: ReadonlyMap<Node, number>): Node | undefined {
  let child: Node = node;
  for (let up = node.up; up; child = up, up = up.up) {
    if (!places.has(up)) continue;
    // What a loop goes through is read once, before it.
    if (isFunction(up) || (up as t.ForStatement).body === child) return up;
  }
  return undefined;
}

const nameOf = (node: Node): string | undefined => {
  if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') {
    if (node.id) return node.id.name;
  }
  if (node.type === 'ObjectMethod' || node.type === 'ClassMethod') return keyOf(node);
  let up = node.up;
  while (up?.type === 'CallExpression') up = up.up;
  return up?.type === 'VariableDeclarator' && up.id.type === 'Identifier' ? up.id.name : undefined;
};

/** `onBlur={() => …}`: the event that runs this function. */
const eventOf = ({ up }: Node): string | undefined => {
  const attribute = up?.type === 'JSXExpressionContainer' ? up.up : undefined;
  if (attribute?.type !== 'JSXAttribute' || attribute.name.type !== 'JSXIdentifier')
    return undefined;
  return /^on[A-Z]/.test(attribute.name.name) ? attribute.name.name : undefined;
};

/** The nearest function with a name around this node, after the event that runs it. */
const aroundOf = (node: Node): string | undefined => {
  let event = '';
  for (let up = node.up; up; up = up.up) {
    if (!isFunction(up)) continue;
    const name = nameOf(up);
    if (name) return event + name;
    const by = eventOf(up);
    if (by) event = `${by} `;
  }
  return event || undefined;
};

/** Every function and loop of the file with what happens in it; what runs at once in it is put in it. */
export function bodiesOf(
  tree: Tree,
  found: readonly Found[],
  slow: readonly { readonly node: Node; readonly line: number }[],
  rows: Rows,
): { bodies: Body[]; places: ReadonlyMap<Node, number> } {
  const named = new Set<Node>(tree.calls.filter((call) => eachByName(call, tree) !== undefined));
  const nodes: Node[] = [tree.root, ...tree.functions, ...tree.loops, ...named];
  const places = new Map(nodes.map((node, i) => [node, i]));
  const drafts: Draft[] = nodes.map((node) => {
    const name = nameOf(node);
    const again = named.has(node) || (node !== tree.root && repeats(node as FunctionNode, tree));
    return {
      node,
      body: {
        line: again ? repeatLine(node) : lineOf(node),
        name,
        component: name !== undefined && /^[A-Z]/.test(name) && isFunction(node),
        repeats: again,
        over: again ? unique(rows.of(listOf(node))) : [],
        given: again && isGiven(listOf(node)),
        answers: false,
        keeps: keepsAnswer(node, tree),
        inside: again ? aroundOf(node) : undefined,
        queries: [],
        slow: [],
        fetches: [],
        mutates: false,
        uploads: false,
        calls: [],
        inner: [],
        shows: [],
      },
    };
  });
  const parentOf = (node: Node): Node | undefined => holderOf(node, places);
  /** The body that holds this node and those that it runs as a part of, up to a loop or a function that is called by name. */
  const holdersOf = (node: Node): Draft['body'][] => {
    const bodies: Draft['body'][] = [];
    for (
      let holder: Node | undefined = parentOf(node) ?? tree.root;
      holder;
      holder = parentOf(holder)
    ) {
      const draft = drafts[places.get(holder) ?? 0];
      if (draft) bodies.push(draft.body);
      if (draft?.body.repeats) break;
      if (isFunction(holder) && (!runsAtOnce(holder) || waitsForOpening(node, holder))) break;
    }
    return bodies;
  };
  /** A function handed over by name runs as one written there would: `ids.map(load)`. */
  const handedOver = (arg: t.Node): Callee[] => {
    const inner = bare(arg);
    const to = inner.type === 'Identifier' ? calleeOf(targetOf(inner), places) : undefined;
    return to ? [to] : [];
  };
  found.forEach(({ node }, i) => {
    for (const body of holdersOf(node)) body.queries.push(i);
  });
  for (const { node, line } of slow) for (const body of holdersOf(node)) body.slow.push(line);
  for (const call of tree.calls) {
    const name = call.callee.type === 'Identifier' ? call.callee.name : memberName(call.callee);
    if (/^use[A-Z]/.test(name ?? '') && call.arguments.some(isGivenOnceOpened)) continue;
    const to = [
      calleeOf(targetOf(call.callee), places) ?? [],
      ...call.arguments.map(handedOver),
    ].flat();
    const asks = isFetch(call, name);
    const uploads = isUpload(call, name);
    const mutates = isMutation(call, name);
    if (to.length === 0 && !asks && !uploads && !mutates) continue;
    const line = lineOf(call);
    for (const body of holdersOf(call)) {
      body.calls.push(...to.map((one) => ({ ...one, line })));
      if (asks) body.fetches.push(line);
      if (mutates) body.mutates = true;
      if (uploads) body.uploads = true;
    }
  }
  for (const call of named) {
    const fn = eachByName(call as CallNode, tree);
    const body = drafts[places.get(call) ?? 0]?.body;
    if (fn) body?.calls.push(...handedOver(fn).map((one) => ({ ...one, line: lineOf(call) })));
  }
  for (const element of tree.elements) {
    if (element.name.type !== 'JSXIdentifier' || !/^[A-Z]/.test(element.name.name)) continue;
    if (isOnDemand(element)) continue;
    const binding = lookup(element.name.name, element);
    const to = calleeOf(binding?.from ?? functionOf(binding), places);
    if (to)
      for (const body of holdersOf(element)) body.shows.push({ ...to, line: lineOf(element) });
  }
  for (const one of tree.returns)
    for (let up = one.up; one.argument && up && !isFunction(up); up = up.up) {
      const draft = drafts[places.get(up) ?? -1];
      if (draft) draft.body.answers = true;
    }
  for (const draft of drafts) {
    if (!draft.body.repeats) continue;
    for (const body of holdersOf(draft.node)) body.inner.push(places.get(draft.node) ?? 0);
  }
  return { bodies: drafts.map((draft) => draft.body), places };
}
