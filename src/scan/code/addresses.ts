import type * as t from '@babel/types';
import { functionIn } from './names.ts';
import type { CallNode, Node, Tree } from './tree.ts';
import { GAP, memberName, memberObject, textOf } from './value.ts';

const VERBS = /^(get|post|put|patch|delete|all)$/;
/** What servers call what they give routes to. */
const SERVERS = /^(app|server|router|fastify|api|hono)$|(Router|Routes|App)$/;

/** `app.get('/api/orders/:id', mayRead, async (req, res) => …)`: the address, and what answers it. */
export function routeOf({
  callee,
  arguments: given,
}: CallNode): { readonly address: string; readonly answer: Node } | undefined {
  const server = memberObject(callee);
  if (server?.type !== 'Identifier' || !SERVERS.test(server.name)) return undefined;
  if (!VERBS.test(memberName(callee) ?? '')) return undefined;
  const address = textOf(given[0]);
  const answer = functionIn(given.at(-1));
  return address?.startsWith('/') && answer ? { address, answer } : undefined;
}

const isRoute = ({ up }: Node): boolean =>
  up?.type === 'CallExpression' && routeOf(up as CallNode) !== undefined;

/** Looks like an address, and like no class of a style sheet and no sentence. */
const ADDRESS = /^[\w…:/.[\]$@?=&%,{}*+-]*\/[\w…:]/;

/** `['/api/users', id, 'orders']`: React Query joins what it is given. */
function joined(text: t.Node, list: t.ArrayExpression): string {
  const parts = list.elements.map((one) => (one ? (textOf(one) ?? GAP) : GAP));
  return list.elements[0] === text ? parts.join('/') : '';
}

/** Every text that may be an address which is asked for, as far as it is written out; routes are none. */
export function addressesOf(tree: Tree): string[] {
  const found = new Set<string>();
  for (const node of tree.texts) {
    const { up } = node;
    if (isRoute(node)) continue;
    const whole = up?.type === 'BinaryExpression' ? up : node;
    const text = up?.type === 'ArrayExpression' ? joined(node, up) : (textOf(whole) ?? '');
    if (text.length < 300 && ADDRESS.test(text)) found.add(text);
  }
  return [...found];
}
