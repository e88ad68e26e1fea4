import type * as t from '@babel/types';
import type { FunctionNode, Node } from './tree.ts';
import { bare, namesIn, property } from './value.ts';

/** What a screen calls a part of it that somebody has opened: `open`, `isExpanded`, `showDetails`, `dialogOpen`. */
const OPENED =
  /^(is_?)?(open(ed)?|expanded|visible|shown)$|^show[A-Z]|(Open(ed)?|Expanded|Visible)$/;

const saysOpened = (test: t.Node): boolean =>
  namesIn(test)
    .split(' ')
    .some((name) => OPENED.test(name));

/** `!open`, or one of several ways. */
const saysClosed = (test: t.Node): boolean => {
  const inner = bare(test);
  if (inner.type === 'LogicalExpression' && inner.operator === '||')
    return saysClosed(inner.left) || saysClosed(inner.right);
  return inner.type === 'UnaryExpression' && inner.operator === '!' && saysOpened(inner.argument);
};

/** `if (!open) return;` */
const leavesWhenClosed = (one: t.Statement): boolean => {
  if (one.type !== 'IfStatement' || !saysClosed(one.test)) return false;
  const { consequent } = one;
  const [first] = consequent.type === 'BlockStatement' ? consequent.body : [consequent];
  return first?.type === 'ReturnStatement';
};

/** `if (open) load();` around this node, within this function. */
function isAskedFirst(node: Node, within: FunctionNode): boolean {
  let child: Node = node;
  for (let up = node.up; up && child !== within; child = up, up = up.up) {
    if (up.type !== 'IfStatement' || up.consequent !== child) continue;
    if (!saysClosed(up.test) && saysOpened(up.test)) return true;
  }
  return false;
}

/** `useOrder(open ? id : undefined)`, `useOrder(open && id)`: a hook that is given nothing before. */
export const isGivenOnceOpened = (given: t.Node): boolean => {
  const inner = bare(given);
  if (inner.type === 'ConditionalExpression') return saysOpened(inner.test);
  return inner.type === 'LogicalExpression' && inner.operator === '&&' && saysOpened(inner.left);
};

/**
 * Does this part of an effect or a query of React run only once something is opened on the screen, and
 * not when it appears?
 * @param within the function that is given to `useEffect`, or `queryFn`
 */
export function waitsForOpening(node: Node, within: FunctionNode): boolean {
  const { up, body } = within;
  if (up?.type === 'CallExpression' && up.callee.type === 'Identifier') {
    if (!/^use(Layout)?Effect$/.test(up.callee.name)) return false;
    const early = body.type === 'BlockStatement' && body.body.some(leavesWhenClosed);
    return early || isAskedFirst(node, within);
  }
  const options = within.type === 'ObjectMethod' ? up : up?.up;
  const enabled = options?.type === 'ObjectExpression' && property(options, 'enabled');
  return enabled ? saysOpened(enabled) : false;
}
