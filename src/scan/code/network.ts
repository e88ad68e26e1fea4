import type { CallNode } from './tree.ts';
import { namesIn, textOf } from './value.ts';

/** A request by network, to its own server or another's; what lies in the browser already is none. */
export function isFetch(
  { callee, arguments: [first] }: CallNode,
  name: string | undefined,
): boolean {
  if (!first) return false;
  if (name === 'fetch' && callee.type === 'Identifier')
    return !/^(data|blob):|^(data|blob|object|image|photo|file|preview)_?url$|uri$/i.test(
      textOf(first) ?? namesIn(first),
    );
  const client = callee.type === 'MemberExpression' ? namesIn(callee.object) : '';
  return (
    /^(axios|api|apiClient|http|ky|got)$/.test(client) &&
    /^(get|post|put|patch|delete|request)$/.test(name ?? '') &&
    /^(\/|https?:|…)/.test(textOf(first) ?? '')
  );
}
