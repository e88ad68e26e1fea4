import type * as t from '@babel/types';
import { routeOf } from './addresses.ts';
import type { Address } from './facts.ts';
import { functionIn, isWrapper } from './names.ts';
import { calledName, takenByKey } from './taken.ts';
import { isFunction, keyOf, type Node, type Tree } from './tree.ts';
import { bare, memberObject } from './value.ts';

/** `() => import('./Page')` */
function isLoader(node: t.Node | undefined): boolean {
  let inner = node?.type === 'ArrowFunctionExpression' ? bare(node.body) : undefined;
  while (inner?.type === 'CallExpression') {
    if (inner.callee.type === 'Import') return true;
    inner = memberObject(inner.callee);
  }
  return false;
}

/** Does what is declared here run only where its name is mentioned? */
function isForLater({ id, init, up }: t.VariableDeclarator & Node): boolean {
  if (id.type !== 'Identifier' || !init) return false;
  const value = bare(init);
  if (value.type === 'ObjectExpression')
    return /^(Program|ExportNamedDeclaration)$/.test(up?.up?.type ?? '');
  if (value.type !== 'CallExpression') return isFunction(value);
  return isWrapper(value) || calledName(value) === 'useMutation' || isLoader(value.arguments[0]);
}

type Member = t.ObjectExpression['properties'][number] | t.ClassBody['body'][number];

/** The key by which others call what stands here, where it is a function. */
function methodKey(one: Member): string | undefined {
  const isMethod =
    one.type === 'ObjectMethod' ||
    (one.type === 'ClassMethod' && one.kind === 'method') ||
    ((one.type === 'ObjectProperty' || one.type === 'ClassProperty') && functionIn(one.value));
  return isMethod ? keyOf(one) : undefined;
}

/** A framework reads its decorators, and the types beside them. */
export const isMarked = ({ decorators, body }: t.ClassDeclaration): boolean =>
  Boolean(decorators?.length) ||
  body.body.some((one) => 'decorators' in one && one.decorators?.length);

/** What keeps an app’s data: handed from part to part, and nobody but the app calls it. */
const STORE = /(Storage|Repository|Dao|Database)$/;

/** The parts of a file that run only where they are asked for; the first is the file itself. */
export interface Units {
  readonly places: ReadonlyMap<Node, number>;
  /** Of those that are asked for by a key. */
  readonly keys: ReadonlyMap<Node, string>;
  /** The addresses of those that are routes. */
  readonly routes: ReadonlyMap<Node, Address>;
  /** Classes whose members are called by their keys alone. */
  readonly keyed: ReadonlySet<Node>;
  /** @see takenByKey */
  readonly isTaken: (node: Node) => boolean;
}

export function unitsIn(tree: Tree): Units {
  const places = new Map<Node, number>([[tree.root, 0]]);
  const keys = new Map<Node, string>();
  const routes = new Map<Node, Address>();
  const keyed = new Set<Node>();
  const add = (node: Node) => places.set(node, places.size);
  const addMembers = (members: readonly Member[]) => {
    for (const one of members) {
      const key = methodKey(one);
      if (key === undefined) continue;
      keys.set(one as Node, key);
      add(one as Node);
    }
  };
  const named = new Set<Node>();
  const addNamed = (node: Node, fn: Node | undefined = node) => {
    add(node);
    named.add(node).add(fn);
  };
  for (const fn of tree.functions) if (fn.type === 'FunctionDeclaration') addNamed(fn);
  for (const one of tree.declarators) if (isForLater(one)) addNamed(one, functionIn(one.init));
  for (const one of tree.classes) {
    add(one);
    // What it extends, or who reads its marks, may call its methods whatever they are called.
    if (one.superClass || isMarked(one)) continue;
    addMembers(one.body.body);
    if (STORE.test(one.id?.name ?? '')) keyed.add(one);
  }
  for (const call of tree.calls) {
    const found = routeOf(call);
    if (!found || places.has(found.answer)) continue;
    routes.set(found.answer, found.route);
    add(found.answer);
  }
  const whole = tree.exports.get('default');
  if (typeof whole === 'object' && !places.has(whole)) {
    const fn = functionIn(whole);
    if (fn || whole.type === 'ObjectExpression') addNamed(whole, fn);
  }
  const isTaken = takenByKey(tree, named);
  for (const object of tree.objects) if (isTaken(object)) addMembers(object.properties);
  return { places, keys, routes, keyed, isTaken };
}
