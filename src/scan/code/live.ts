import type * as t from '@babel/types';
import type { Callee, Channel, Poll } from './facts.ts';
import { calleeOf, targetOf } from './names.ts';
import { isFunction, keyOf, lineOf, type Node, type Tree } from './tree.ts';
import { bare, memberName, numberOf, property, textOf } from './value.ts';

/** Does a filter leave one visitor's rows? `user_id=neq.…` and `status=eq.active` leave nearly all. */
function isScoped(filter: t.Node | undefined): boolean {
  if (!filter) return false;
  const text = textOf(filter);
  if (text === undefined)
    return (
      bare(filter).type !== 'Identifier' || (bare(filter) as t.Identifier).name !== 'undefined'
    );
  return /=(eq|in)\..*…/.test(text);
}

/** `.on('postgres_changes', { table, filter }, …)` */
export function channelsOf(tree: Tree): Channel[] {
  return tree.calls.flatMap((call) => {
    const [kind, options] = call.arguments;
    if (memberName(call.callee) !== 'on' || textOf(kind) !== 'postgres_changes' || !kind) return [];
    const filter = property(options, 'filter');
    return [
      {
        line: lineOf(kind),
        table: textOf(property(options, 'table')),
        filter: textOf(filter),
        scoped: isScoped(filter),
      },
    ];
  });
}

const within = (node: Node, outer: t.Node): boolean => {
  for (let up: Node | undefined = node; up; up = up.up) if (up === outer) return true;
  return false;
};

/** Stops by itself when a job is done, so it does not go on for as long as a page is open. */
const stops = (tree: Tree, callback: t.Node): boolean =>
  tree.calls.some(
    (call) =>
      call.callee.type === 'Identifier' &&
      call.callee.name === 'clearInterval' &&
      within(call, callback),
  );

/** `isOpen ? 5000 : 30_000`, `running && 5000`: the shortest of the times. */
function shortestOf(value: t.Node): number | undefined {
  const inner = bare(value);
  if (inner.type === 'LogicalExpression') return numberOf(inner.right);
  if (inner.type !== 'ConditionalExpression') return numberOf(inner);
  const times = [inner.consequent, inner.alternate].flatMap((one) => shortestOf(one) || []);
  return times.length > 0 ? Math.min(...times) : undefined;
}

/** Timers and the refetch options of React Query and SWR. */
export function pollsOf(tree: Tree, places: ReadonlyMap<Node, number>): Poll[] {
  const timers = tree.calls.flatMap((call): Poll[] => {
    const name = call.callee.type === 'Identifier' ? call.callee.name : memberName(call.callee);
    const [callback, time] = call.arguments;
    const milliseconds = numberOf(time);
    if (name !== 'setInterval' || !callback || milliseconds === undefined) return [];
    const to = isFunction(callback)
      ? hereOf(callback, places)
      : calleeOf(targetOf(callback), places);
    return to && !stops(tree, callback) ? [{ line: lineOf(call), milliseconds, to }] : [];
  });
  const options = tree.objects.flatMap((object): Poll[] => {
    for (const one of object.properties) {
      if (one.type !== 'ObjectProperty') continue;
      const name = keyOf(one);
      if (name !== 'refetchInterval' && name !== 'refreshInterval') continue;
      const milliseconds = shortestOf(one.value);
      const around = placeAround(object, places);
      if (milliseconds && around) return [{ line: lineOf(one), milliseconds, to: around }];
    }
    return [];
  });
  return [...timers, ...options];
}

const hereOf = (node: Node, places: ReadonlyMap<Node, number>): Callee | undefined => {
  const here = places.get(node);
  return here === undefined ? undefined : { here };
};

/** The query function in the same options, or the whole function around: either asks the network. */
function placeAround(
  object: t.ObjectExpression & Node,
  places: ReadonlyMap<Node, number>,
): Callee | undefined {
  const asks = property(object, 'queryFn');
  if (asks && isFunction(asks)) return hereOf(asks, places);
  const target = asks && calleeOf(targetOf(asks), places);
  if (target) return target;
  for (let up = object.up; up; up = up.up) if (isFunction(up)) return hereOf(up, places);
  return undefined;
}
