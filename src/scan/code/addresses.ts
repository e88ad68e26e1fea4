import type * as t from '@babel/types';
import type { Address } from './facts.ts';
import { functionIn } from './names.ts';
import type { CallNode, Node, Tree } from './tree.ts';
import { GAP, memberName, memberObject, property, textOf } from './value.ts';

const VERBS = /^(get|post|put|patch|delete)$/i;
/** What servers call what they give routes to. */
const SERVERS = /^(app|server|router|fastify|api|hono)$|(Router|Routes|App)$/;

/** `app.get('/api/orders/:id', mayRead, async (req, res) => …)`: the address, and what answers it. */
export function routeOf({
  callee,
  arguments: given,
}: CallNode): { readonly route: Address; readonly answer: Node } | undefined {
  const server = memberObject(callee);
  const verb = memberName(callee) ?? '';
  if (server?.type !== 'Identifier' || !SERVERS.test(server.name)) return undefined;
  if (!VERBS.test(verb) && verb !== 'all') return undefined;
  const path = textOf(given[0]);
  const answer = functionIn(given.at(-1));
  if (!path?.startsWith('/') || !answer) return undefined;
  return { route: { path, verb: verb === 'all' ? undefined : verb.toUpperCase() }, answer };
}

/** `client.post(…)`, `ask('PUT', …)`, `fetch(…, { method: 'DELETE' })`; undefined where nobody sees it. */
function verbOf({ callee, arguments: given }: CallNode): string | undefined {
  const name = memberName(callee) ?? '';
  const said =
    given.map((one) => textOf(one)).find((text) => VERBS.test(text ?? '')) ??
    given.map((one) => textOf(property(one, 'method'))).find((text) => text !== undefined) ??
    (VERBS.test(name) ? name : undefined);
  const isPlain = callee.type === 'Identifier' && callee.name === 'fetch' && given.length === 1;
  return (said ?? (isPlain ? 'GET' : undefined))?.toUpperCase();
}

/** Looks like an address, and like no class of a style sheet and no sentence. */
const ADDRESS = /^[\w…:/.[\]$@?=&%,{}*+-]*\/[\w…:]/;

/** `['/api/users', id, 'orders']`: React Query joins what it is given. */
function joined(text: t.Node, list: t.ArrayExpression): string {
  const parts = list.elements.map((one) => (one ? (textOf(one) ?? GAP) : GAP));
  const isList = parts.slice(1).some((part) => part.includes('/'));
  return isList || list.elements[0] !== text ? (textOf(text) ?? '') : parts.join('/');
}

/** Every text that may be an address which is asked for, as far as it is written out; routes are none. */
export function addressesOf(tree: Tree): { readonly node: Node; readonly address: Address }[] {
  return tree.texts.flatMap((node) => {
    const whole = node.up?.type === 'BinaryExpression' ? node.up : node;
    const { up } = whole;
    const call = up?.type === 'CallExpression' ? up : undefined;
    if (call && routeOf(call)) return [];
    const path = up?.type === 'ArrayExpression' ? joined(whole, up) : (textOf(whole) ?? '');
    if (path.length > 300 || !ADDRESS.test(path)) return [];
    return [{ node, address: { path, verb: call && verbOf(call) } }];
  });
}
