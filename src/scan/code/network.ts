import { isShared } from './cache.ts';
import { type CallNode, lookup, type Node } from './tree.ts';
import { GAP, memberName, memberObject, namesIn, property, textOf } from './value.ts';

/** `useQuery({ queryKey: ['/api/notes', id] })`: where no function is given, a common one asks that address. */
function asksByKey([options]: CallNode['arguments']): boolean {
  const key = property(options, 'queryKey');
  if (key?.type !== 'ArrayExpression' || property(options, 'queryFn')) return false;
  return /^\/api\//.test(textOf(key.elements[0]) ?? '') && !isShared(key);
}

/** `remove.mutate(id)` of React Query, `mutateAsync` by any name; SWR's own `mutate` stands alone. */
export const isMutation = ({ callee }: CallNode, name = ''): boolean =>
  callee.type === 'Identifier'
    ? lookup(name, callee as Node)?.path.at(-1) === 'mutateAsync'
    : /^mutate(Async)?$/.test(name);

/** Mails, messages and payments by the packages of their services. */
function sends(callee: CallNode['callee'], name = ''): boolean {
  if (name === 'sendMail') return true;
  const object = memberObject(callee);
  if (!object) return false;
  if (name === 'send') return /^(emails|messages)$/.test(memberName(object) ?? '');
  const root = memberObject(object);
  return root?.type === 'Identifier' && /^stripe(Client)?$/i.test(root.name) && /^[a-z]/.test(name);
}

/** Functions of an app that ask its own server for an address. */
const CLIENT = /^(api(Client|Request|Fetch|Call)|fetch(Api|JSON|Json|WithAuth)|authFetch)$/;

/** A request by network, to its own server or another's; what lies in the browser already is none. */
export function isFetch({ callee, arguments: given }: CallNode, name: string | undefined): boolean {
  const [first] = given;
  if (!first) return false;
  if (sends(callee, name)) return true;
  if (/^use(Suspense)?Query$/.test(name ?? '')) return asksByKey(given);
  if (name === 'fetch' && callee.type === 'Identifier')
    return !/^(data|blob):|^(data|blob|object|image|photo|file|preview)_?url$|uri$/i.test(
      textOf(first) ?? namesIn(first),
    );
  if (callee.type === 'Identifier' && CLIENT.test(name ?? ''))
    return given.some((one) => /^\/[\w-]/.test(textOf(one) ?? ''));
  const client = callee.type === 'MemberExpression' ? namesIn(callee.object) : '';
  return (
    /^(axios|api|apiClient|http|ky|got)$/.test(client) &&
    /^(get|post|put|patch|delete|request)$/.test(name ?? '') &&
    /^(\/|https?:|…)/.test(textOf(first) ?? (first.type === 'Identifier' ? GAP : ''))
  );
}
