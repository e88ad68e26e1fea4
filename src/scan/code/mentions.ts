import type * as t from '@babel/types';
import { addressesOf } from './addresses.ts';
import type { Address, Mention, Named, Unit } from './facts.ts';
import { madeOf, ownClass } from './names.ts';
import { isDependency } from './taken.ts';
import { type Binding, keyOf, lineOf, lookup, type Node, OWN, type Tree } from './tree.ts';
import { isMarked, unitsIn } from './units.ts';
import { GAP, memberName, memberObject, textOf } from './value.ts';

/** The files that a call brings in while it runs, as an import names them. */
function loadedBy({
  callee,
  arguments: [first, base],
}: t.CallExpression | t.OptionalCallExpression | t.NewExpression): string | undefined {
  const text = () => textOf(first) ?? `./${GAP}`;
  if (callee.type === 'Import') return text();
  if (callee.type === 'Identifier')
    return callee.name === 'require' || (callee.name === 'URL' && base) ? text() : undefined;
  return memberName(callee) === 'glob' && memberObject(callee)?.type === 'MetaProperty'
    ? text().replace(/\*.*/s, GAP)
    : undefined;
}

/** `X.title = …` writes to it and uses nothing of it. */
const isWrittenTo = ({ up }: Node): boolean =>
  up?.type === 'MemberExpression' && up.up?.type === 'AssignmentExpression' && up.up.left === up;

/** `save.mutate` or `save as Save` around `save`. */
function withMembers(node: Node): Node {
  const { up } = node;
  const isPart =
    up?.type === 'MemberExpression' ? up.object === node : up?.type === 'TSAsExpression';
  return up && isPart ? withMembers(up) : node;
}

export interface Mentions {
  readonly units: Unit[];
  /** What others can import, by name. */
  readonly names: Map<string, Named>;
  /** Import declarations of which a name is used. */
  readonly used: ReadonlySet<Node>;
}

/** What each unit of a file mentions. */
export function mentionsOf(tree: Tree): Mentions {
  const { places, keys, routes, keyed, isTaken } = unitsIn(tree);
  const drafts = [...places.keys()].map((node) => ({
    node,
    asks: new Set<string>(),
    mentions: new Map<string, Mention>(),
    addresses: new Map<string, Address>(),
  }));
  const used = new Set<Node>();
  /** Classes that call their own members by keys which only a run knows. */
  const open = new Set(tree.asked.flatMap(([key, by]) => (key === OWN ? ownClass(by) : [])));

  const placeOf = (node: Node | undefined): number => {
    for (let around = node; around; around = around.up) {
      const place = places.get(around);
      if (place !== undefined) return place;
    }
    return 0;
  };
  const ask = (by: Node, key: string) => drafts[placeOf(by)]?.asks.add(key);
  const note = (by: Node, to: Named, whole: boolean, as?: string) => {
    const name = 'here' in to ? to.here : `${to.source} ${to.name}`;
    drafts[placeOf(by)]?.mentions.set(`${name} ${whole} ${as}`, { ...to, whole, as });
  };
  const namedBy = (binding: Binding | undefined): Named | undefined => {
    if (!binding || binding.kind === 'parameter' || binding.path.length > 0) return undefined;
    const here = places.get(binding.node);
    if (here !== undefined) return { here };
    if (binding.from) {
      used.add(binding.node);
      return binding.from;
    }
    const made = madeOf(binding);
    return made?.kind === 'variable' ? undefined : namedBy(made);
  };
  /** The key of `{ list: load }`, where others choose from the object by key. */
  const listedAs = (node: Node): string | undefined => {
    const value = withMembers(node);
    const { up } = value;
    if (up?.type !== 'ObjectProperty' || up.value !== value) return undefined;
    return isTaken(up.up as Node) ? keyOf(up) : undefined;
  };
  const noteUse = (use: Node, to: Named) => {
    if (use.up?.type === 'ExportDefaultDeclaration' || isDependency(use) || isWrittenTo(use))
      return;
    // Of an import of everything the name behind the dot is meant.
    const name = 'name' in to && to.name === '*' && use.up ? memberName(use.up) : undefined;
    const node = name === undefined ? use : (use.up as Node);
    const as = listedAs(node);
    const whole = as === undefined && !isTaken(node);
    note(use, name === undefined ? to : ({ ...to, name } as Named), whole, as);
  };

  for (const [name, uses] of tree.uses)
    for (const use of uses) {
      const to = namedBy(lookup(name, use));
      if (to) noteUse(use, to);
    }
  for (const element of tree.elements) {
    let { name } = element;
    for (; name.type === 'JSXMemberExpression'; name = name.object)
      ask(element, name.property.name);
    const to = name.type === 'JSXIdentifier' && namedBy(lookup(name.name, element));
    if (to) note(element, to, false);
  }
  for (const [key, by] of tree.asked) {
    if (key === OWN) note(by, { here: placeOf(ownClass(by) as Node) }, true);
    else ask(by, key);
  }
  for (const call of [...tree.calls, ...tree.news]) {
    const source = loadedBy(call);
    if (source !== undefined) note(call, { source, name: '*' }, true);
  }
  for (const { node, address } of addressesOf(tree))
    drafts[placeOf(node)]?.addresses.set(`${address.verb} ${address.path}`, address);
  if (tree.classes.some(isMarked))
    for (const binding of tree.root.names?.values() ?? [])
      if (binding.from) note(tree.root, namedBy(binding) ?? binding.from, true);
  // What a script without imports and exports declares, other scripts and the page see.
  if ((tree.root as t.Program).sourceType === 'script')
    for (const [node, here] of places)
      if (!keys.has(node) && placeOf(node.up) === 0) note(tree.root, { here }, true);
  const names = new Map<string, Named>();
  for (const [name, what] of tree.exports) {
    const here = typeof what === 'object' ? places.get(what) : undefined;
    const to =
      typeof what === 'string'
        ? namedBy(lookup(what, tree.root))
        : here === undefined
          ? undefined
          : { here };
    if (to) names.set(name, to);
  }
  const units = drafts.map(({ node, asks, mentions, addresses }): Unit => ({
    line: node === tree.root ? 1 : lineOf(node),
    end: node.loc?.end.line ?? 0,
    within: placeOf(node.up),
    key: keys.get(node),
    route: routes.get(node),
    keyed: keyed.has(node) && !open.has(node),
    asks: [...asks],
    mentions: [...mentions.values()],
    addresses: [...addresses.values()],
  }));
  return { units, names, used };
}
