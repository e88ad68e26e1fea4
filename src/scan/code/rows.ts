import type * as t from '@babel/types';
import type { Origin } from './facts.ts';
import { type Target, targetOf } from './names.ts';
import type { Found } from './queries.ts';
import { eachCall } from './repeats.ts';
import {
  type Binding,
  type FunctionNode,
  isFunction,
  lookup,
  type Node,
  type Tree,
  usesOf,
} from './tree.ts';
import { bare, memberName, memberObject, property } from './value.ts';

type Path = readonly (string | number)[];

/** Methods after which it is no longer the list of rows. */
const ENDS = new Set(
  'find findIndex findLast reduce some every join includes indexOf at get has pop shift forEach push toString json text keys charAt'.split(
    ' ',
  ),
);
const QUERY_HOOK = /^use(Suspense)?(Infinite)?Query$|^useSWR/;
const NOT_ROWS = new Set(['count', 'error', 'status', 'length', 'isLoading']);
const DEPTH = 40;
/** Properties within properties: what is set to a part of itself goes on for ever. */
const LONGEST_PATH = 6;

/** Follows rows from the request that brings them to where the code filters, sorts or adds them up. */
export class Rows {
  readonly #tree: Tree;
  readonly #queries: ReadonlyMap<Node, number>;
  /** Names and functions that are being followed, by the paths under which they are asked for. */
  readonly #open = new Map<Binding | Node, Set<string>>();
  readonly #known = new Map<Binding | Node, Map<string, Origin[]>>();
  /** Ways that were given up, since they lead in a circle or too far: what was found meanwhile is not all. */
  #givenUp = 0;
  readonly #returns = new Map<Node, Node[]>();

  constructor(tree: Tree, found: readonly Found[]) {
    this.#tree = tree;
    this.#queries = new Map(found.map(({ node }, i) => [node, i]));
    for (const one of tree.returns) {
      let up = one.up;
      while (up && !isFunction(up)) up = up.up;
      if (!up || !one.argument) continue;
      const list = this.#returns.get(up) ?? [];
      list.push(one.argument as Node);
      this.#returns.set(up, list);
    }
  }

  /** The rows that this expression holds, or that stand under `path` in it. */
  of(node: t.Node | null | undefined, path: Path = [], depth = DEPTH): Origin[] {
    if (!node) return [];
    if (depth <= 0 || path.length > LONGEST_PATH) {
      this.#givenUp++;
      return [];
    }
    const inner = bare(node);
    switch (inner.type) {
      case 'Identifier':
        return this.#named(inner, path, depth - 1);
      case 'MemberExpression':
      case 'OptionalMemberExpression': {
        const name =
          memberName(inner) ??
          (inner.property.type === 'NumericLiteral' ? inner.property.value : undefined);
        return name === undefined ? [] : this.of(inner.object, [name, ...path], depth - 1);
      }
      case 'LogicalExpression':
        return [...this.of(inner.left, path, depth - 1), ...this.of(inner.right, path, depth - 1)];
      case 'ConditionalExpression':
        return [
          ...this.of(inner.consequent, path, depth - 1),
          ...this.of(inner.alternate, path, depth - 1),
        ];
      case 'ArrayExpression':
        if (typeof path[0] === 'number')
          return this.of(inner.elements[path[0]], path.slice(1), depth - 1);
        return inner.elements.flatMap((one) =>
          one?.type === 'SpreadElement' ? this.of(one.argument, path, depth - 1) : [],
        );
      case 'ObjectExpression':
        return typeof path[0] === 'string'
          ? this.of(property(inner, path[0]), path.slice(1), depth - 1)
          : [];
      case 'CallExpression':
      case 'OptionalCallExpression':
        return this.#called(inner, path, depth - 1);
      default:
        return [];
    }
  }

  #query(at: number, path: Path): Origin[] {
    const [first] = path;
    if (path.length > 1 || typeof first === 'number' || (first && NOT_ROWS.has(first))) return [];
    if (first && !['data', 'docs', 'rows'].includes(first)) return [];
    return [{ query: at }];
  }

  #called(call: t.CallExpression | t.OptionalCallExpression, path: Path, depth: number): Origin[] {
    const at = this.#queries.get(call as Node);
    if (at !== undefined) return this.#query(at, path);
    const [first] = call.arguments;
    const name = call.callee.type === 'Identifier' ? call.callee.name : memberName(call.callee);
    const object = memberObject(call.callee);
    if (name === 'useMemo' || name === 'useCallback') return this.#returned(first, path, depth);
    if (name && QUERY_HOOK.test(name)) {
      if (path[0] !== 'data') return [];
      const asks =
        property(first, 'queryFn') ??
        (isFunction(call.arguments[1]) ? call.arguments[1] : undefined);
      return this.#returned(asks, path.slice(1), depth);
    }
    if (
      object?.type === 'Identifier' &&
      object.name === 'Promise' &&
      (name === 'all' || name === 'allSettled')
    ) {
      return this.of(first, path, depth);
    }
    if (object?.type === 'Identifier' && object.name === 'Array' && name === 'from')
      return this.of(first, path, depth);
    if (name === 'then') return this.#returned(first, path, depth);
    const target = targetOf(call.callee);
    if (target) return this.#target(target, path, depth);
    if (!object || !name || ENDS.has(name)) return [];
    return this.of(object, path, depth);
  }

  #target(target: Target, path: Path, depth: number): Origin[] {
    if ('source' in target) {
      const { source, name } = target as { source: string; name: string };
      return [{ source, name, path: path.join('.') }];
    }
    return this.#returned(target, path, depth);
  }

  /** What a function gives back. */
  #returned(node: t.Node | undefined | null, path: Path, depth: number): Origin[] {
    const inner = node && bare(node);
    if (inner?.type === 'Identifier' || (inner && memberObject(inner))) {
      const target = targetOf(inner);
      return target ? this.#target(target, path, depth - 1) : [];
    }
    if (!inner || !isFunction(inner)) return [];
    return this.#once(inner, path, () =>
      this.resultsOf(inner).flatMap((one) => this.of(one, path, depth - 1)),
    );
  }

  /** Follows a name or a function under this path once, and not within itself. */
  #once(what: Binding | Node, path: Path, follow: () => Origin[]): Origin[] {
    const key = path.join('.');
    const known = this.#known.get(what)?.get(key);
    if (known) return known;
    const open = this.#open.get(what) ?? new Set();
    // It stands in itself, or a part of it does.
    if ([...open].some((one) => key === one || key.endsWith(`.${one}`) || one === '')) {
      this.#givenUp++;
      return [];
    }
    const before = this.#givenUp;
    this.#open.set(what, open.add(key));
    const found = unique(follow());
    open.delete(key);
    if (open.size === 0) this.#open.delete(what);
    if (this.#givenUp === before || this.#open.size === 0) {
      const paths = this.#known.get(what) ?? new Map<string, Origin[]>();
      this.#known.set(what, paths.set(key, found));
    }
    return found;
  }

  #named(use: t.Identifier, path: Path, depth: number): Origin[] {
    const binding = lookup(use.name, use as Node);
    if (!binding) return [];
    return this.#once(binding, path, () => this.#bound(binding, path, depth));
  }

  #bound(binding: Binding, path: Path, depth: number): Origin[] {
    if (binding.kind === 'parameter') return this.#parameter(binding, path, depth);
    if (binding.kind !== 'variable') return [];
    const node = binding.node as t.VariableDeclarator;
    const init = node.init && bare(node.init);
    if (
      init?.type === 'CallExpression' &&
      /(^|\.)useState$/.test(
        init.callee.type === 'Identifier' ? init.callee.name : `.${memberName(init.callee)}`,
      )
    ) {
      return binding.path[0] === 0 ? this.#state(node, path, depth) : [];
    }
    const assigned = usesOf(this.#tree, binding).flatMap((use) => {
      const up = use.up;
      return up?.type === 'AssignmentExpression' && up.left === use
        ? this.of(up.right, path, depth)
        : [];
    });
    return [...this.of(init, [...binding.path, ...path], depth), ...assigned];
  }

  /** Whatever the setter of a state is called with. */
  #state(node: t.VariableDeclarator, path: Path, depth: number): Origin[] {
    const setter = node.id.type === 'ArrayPattern' ? node.id.elements[1] : undefined;
    const binding = setter?.type === 'Identifier' ? lookup(setter.name, node as Node) : undefined;
    const first = (bare(node.init as t.Node) as t.CallExpression).arguments[0];
    const initial = isFunction(first)
      ? this.#returned(first, path, depth)
      : this.of(first, path, depth);
    if (!binding) return initial;
    const set = usesOf(this.#tree, binding).flatMap((use) => {
      const up = use.up;
      if (up?.type !== 'CallExpression') return [];
      if (up.callee !== use) {
        const object = memberName(up.callee) === 'then' ? memberObject(up.callee) : undefined;
        return object ? this.of(object, path, depth) : [];
      }
      const [given] = up.arguments;
      return isFunction(given) ? this.#returned(given, path, depth) : this.of(given, path, depth);
    });
    return [...initial, ...set];
  }

  #parameter(binding: Binding, path: Path, depth: number): Origin[] {
    const fn = binding.node as FunctionNode;
    const whole = [...binding.path, ...path];
    const up = fn.up;
    if (up?.type === 'CallExpression' && up.arguments[0] === fn) {
      if (memberName(up.callee) === 'then') return this.of(memberObject(up.callee), whole, depth);
      if (eachCall(fn)) return [];
    }
    const holder = nameHolder(fn);
    if (holder && /^[A-Z]/.test(holder.name) && binding.at === 0) {
      const [prop, ...rest] = whole;
      return typeof prop === 'string' && rest.length === 0
        ? [{ component: holder.name, prop }]
        : [];
    }
    if (!holder) return [];
    return usesOf(this.#tree, holder).flatMap((use) => {
      const call = use.up;
      if (call?.type !== 'CallExpression' || call.callee !== use) return [];
      return this.of(call.arguments[binding.at ?? 0], whole, depth);
    });
  }

  /** What a function gives back, one expression for each `return`. */
  resultsOf(fn: FunctionNode): readonly t.Node[] {
    return fn.body.type === 'BlockStatement' ? (this.#returns.get(fn) ?? []) : [fn.body];
  }
}

/** The name by which a function is called. */
function nameHolder(fn: FunctionNode): Binding | undefined {
  if (fn.type === 'FunctionDeclaration' && fn.id && fn.up) return lookup(fn.id.name, fn.up);
  let up = fn.up;
  while (up?.type === 'CallExpression') up = up.up;
  return up?.type === 'VariableDeclarator' && up.id.type === 'Identifier'
    ? lookup(up.id.name, up)
    : undefined;
}

export const unique = (origins: Origin[]): Origin[] => [
  ...new Map(origins.map((origin) => [JSON.stringify(origin), origin])).values(),
];
