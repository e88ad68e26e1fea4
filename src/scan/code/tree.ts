import { type ParserPlugin, parse } from '@babel/parser';
import type * as t from '@babel/types';
import { CHILDREN } from './children.ts';

/** A node that knows what holds it, and, where it opens a scope, which names it declares. */
export type Node = t.Node & { up?: Node; names?: Map<string, Binding> };
export type FunctionNode = (
  | t.FunctionDeclaration
  | t.FunctionExpression
  | t.ArrowFunctionExpression
  | t.ObjectMethod
  | t.ClassMethod
  | t.ClassPrivateMethod
) &
  Node;
export type CallNode = (t.CallExpression | t.OptionalCallExpression) & Node;

/** A name and what it stands for. `path` leads through a destructuring pattern to it. */
export interface Binding {
  readonly name: string;
  readonly kind: 'variable' | 'parameter' | 'caught' | 'function' | 'class' | 'import';
  /** The declarator, the function that has the parameter, the declaration, or the import. */
  readonly node: Node;
  readonly path: readonly (string | number)[];
  readonly scope: Node;
  /** The place of a parameter. */
  readonly at?: number;
  readonly from?: { readonly source: string; readonly name: string };
}

export interface Tree {
  readonly calls: CallNode[];
  readonly tags: (t.TaggedTemplateExpression & Node)[];
  readonly news: (t.NewExpression & Node)[];
  readonly functions: FunctionNode[];
  readonly loops: (
    t.ForStatement | t.ForOfStatement | t.ForInStatement | t.WhileStatement | t.DoWhileStatement
  )[];
  readonly elements: (t.JSXOpeningElement & Node)[];
  readonly objects: (t.ObjectExpression & Node)[];
  readonly returns: (t.ReturnStatement & Node)[];
  readonly declarators: (t.VariableDeclarator & Node)[];
  readonly classes: (t.ClassDeclaration & Node)[];
  /** Texts that are written out, with a slash in them. */
  readonly texts: ((t.StringLiteral | t.TemplateLiteral) & Node)[];
  /** Keys that code asks of objects, by a dot or in a pattern, with the node that asks. */
  readonly asked: (readonly [key: string, by: Node])[];
  /** Every use of a name, by name. */
  readonly uses: Map<string, (t.Identifier & Node)[]>;
  /** Names that other files can import → the name here. */
  readonly exports: Map<string, string | Node>;
  readonly root: Node;
  readonly directives: readonly string[];
}

const plugins = (path: string): ParserPlugin[] => {
  const typed = /\.[cm]?tsx?$/.test(path);
  const jsx = !/\.[cm]?ts$/.test(path);
  return [
    ...(typed ? (['typescript'] as const) : []),
    ...(jsx ? (['jsx'] as const) : []),
    'decorators-legacy',
    'explicitResourceManagement',
  ];
};

/** @throws {SyntaxError} when not even a tolerant reading is possible. */
export function treeOf(path: string, text: string): Tree {
  const file = parse(text, {
    sourceType: 'unambiguous',
    errorRecovery: true,
    attachComment: false,
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    allowImportExportEverywhere: true,
    allowUndeclaredExports: true,
    plugins: plugins(path),
  });
  const tree: Tree = {
    calls: [],
    tags: [],
    news: [],
    functions: [],
    loops: [],
    elements: [],
    objects: [],
    returns: [],
    declarators: [],
    classes: [],
    texts: [],
    asked: [],
    uses: new Map(),
    exports: new Map(),
    root: file.program,
    directives: file.program.directives.map((directive) => directive.value.value),
  };
  walk(file.program, file.program, tree);
  return tree;
}

export const isFunction = (node: t.Node | null | undefined): node is FunctionNode =>
  node?.type === 'ArrowFunctionExpression' ||
  node?.type === 'FunctionExpression' ||
  node?.type === 'FunctionDeclaration' ||
  node?.type === 'ObjectMethod' ||
  node?.type === 'ClassMethod' ||
  node?.type === 'ClassPrivateMethod';

function declare(scope: Node, binding: Omit<Binding, 'scope'>) {
  scope.names ??= new Map();
  scope.names.set(binding.name, { ...binding, scope });
}

/** Stands for any key of its own: `this[name]`. */
export const OWN = '*';

function ask(by: Node, of: { key: t.Node; computed?: boolean }, tree: Tree) {
  const key = keyOf(of);
  if (key !== undefined) tree.asked.push([key, by]);
}

/** Every name in a pattern, with the way to it; what it takes where nothing is given runs around it. */
function declarePattern(
  pattern: t.Node | null | undefined,
  scope: Node,
  tree: Tree,
  rest: Pick<Binding, 'kind' | 'node' | 'at'>,
  path: readonly (string | number)[] = [],
): void {
  if (!pattern) return;
  if (pattern.type === 'Identifier') declare(scope, { name: pattern.name, path, ...rest });
  else if (pattern.type === 'AssignmentPattern') {
    declarePattern(pattern.left, scope, tree, rest, path);
    (pattern.right as Node).up = rest.node;
    walk(pattern.right, scope, tree);
  } else if (pattern.type === 'TSParameterProperty') {
    declarePattern(pattern.parameter, scope, tree, rest, path);
  } else if (pattern.type === 'RestElement') {
    declarePattern(pattern.argument, scope, tree, rest, path);
  } else if (pattern.type === 'ArrayPattern') {
    pattern.elements.forEach((one, i) => {
      declarePattern(one, scope, tree, rest, [...path, i]);
    });
  } else if (pattern.type === 'ObjectPattern') {
    for (const one of pattern.properties) {
      if (one.type === 'RestElement') declarePattern(one.argument, scope, tree, rest, path);
      else {
        ask(rest.node, one, tree);
        declarePattern(one.value, scope, tree, rest, [...path, keyOf(one) ?? '?']);
      }
    }
  }
}

/** The name of a property or method, where it is written out. */
export function keyOf(node: { key: t.Node; computed?: boolean }): string | undefined {
  if (node.key.type === 'Identifier' && !node.computed) return node.key.name;
  return node.key.type === 'StringLiteral' ? node.key.value : undefined;
}

const importedName = (
  one: t.ImportSpecifier | t.ImportDefaultSpecifier | t.ImportNamespaceSpecifier,
) => {
  if (one.type === 'ImportDefaultSpecifier') return 'default';
  if (one.type === 'ImportNamespaceSpecifier') return '*';
  return one.imported.type === 'Identifier' ? one.imported.name : one.imported.value;
};

const SCOPES = new Set(['BlockStatement', 'ForStatement', 'ForOfStatement', 'ForInStatement']);

function enter(node: Node, scope: Node, tree: Tree): Node {
  switch (node.type) {
    case 'Identifier': {
      const list = tree.uses.get(node.name);
      if (list) list.push(node);
      else tree.uses.set(node.name, [node]);
      return scope;
    }
    case 'CallExpression':
    case 'OptionalCallExpression':
      tree.calls.push(node);
      return scope;
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      if (node.computed && node.object.type === 'ThisExpression') tree.asked.push([OWN, node]);
      ask(node, { key: node.property, computed: node.computed }, tree);
      return scope;
    case 'AssignmentExpression':
      if (node.left.type === 'ObjectPattern')
        for (const one of node.left.properties)
          if (one.type === 'ObjectProperty') ask(node, one, tree);
      return scope;
    case 'StringLiteral':
      if (node.value.includes('/')) tree.texts.push(node);
      return scope;
    case 'TemplateLiteral':
      if (node.quasis.some(({ value }) => value.raw.includes('/'))) tree.texts.push(node);
      return scope;
    case 'TaggedTemplateExpression':
      tree.tags.push(node);
      return scope;
    case 'NewExpression':
      tree.news.push(node);
      return scope;
    case 'ObjectExpression':
      tree.objects.push(node);
      return scope;
    case 'ReturnStatement':
      tree.returns.push(node);
      return scope;
    case 'JSXOpeningElement':
      tree.elements.push(node);
      return scope;
    case 'VariableDeclarator':
      tree.declarators.push(node);
      declarePattern(node.id, scope, tree, { kind: 'variable', node });
      return scope;
    case 'ImportDeclaration':
      for (const one of node.specifiers) {
        const from = { source: node.source.value, name: importedName(one) };
        declare(scope, { name: one.local.name, kind: 'import', node, path: [], from });
      }
      return scope;
    case 'ExportNamedDeclaration':
      exported(node, tree);
      return scope;
    case 'ExportDefaultDeclaration':
      tree.exports.set(
        'default',
        node.declaration.type === 'Identifier' ? node.declaration.name : node.declaration,
      );
      return scope;
    case 'ClassDeclaration':
      tree.classes.push(node);
      if (node.id) declare(scope, { name: node.id.name, kind: 'class', node, path: [] });
      return scope;
    case 'ForStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      tree.loops.push(node);
      return SCOPES.has(node.type) ? node : scope;
    case 'CatchClause':
      declarePattern(node.param, node, tree, { kind: 'caught', node });
      return node;
    case 'BlockStatement':
      return node;
  }
  if (!isFunction(node)) return scope;
  tree.functions.push(node);
  if (node.type === 'FunctionDeclaration' && node.id) {
    declare(scope, { name: node.id.name, kind: 'function', node, path: [] });
  }
  node.params.forEach((param, at) => {
    declarePattern(param, node, tree, { kind: 'parameter', node, at });
  });
  return node;
}

function exported(node: t.ExportNamedDeclaration, tree: Tree) {
  const { declaration } = node;
  if (declaration?.type === 'VariableDeclaration') {
    for (const one of declaration.declarations) {
      if (one.id.type === 'Identifier') tree.exports.set(one.id.name, one.id.name);
    }
  } else if (
    (declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration') &&
    declaration.id
  ) {
    tree.exports.set(declaration.id.name, declaration.id.name);
  }
  for (const one of node.specifiers) {
    if (one.type !== 'ExportSpecifier' || node.source) continue;
    const name = one.exported.type === 'Identifier' ? one.exported.name : one.exported.value;
    tree.exports.set(name, one.local.name);
  }
}

function walk(node: Node, scope: Node, tree: Tree) {
  const inner = enter(node, scope, tree);
  const keys = CHILDREN[node.type];
  if (!keys) return;
  for (const key of keys) {
    const child = (node as unknown as Record<string, unknown>)[key];
    if (Array.isArray(child)) {
      for (const one of child as (Node | null)[]) {
        if (one) {
          one.up = node;
          walk(one, inner, tree);
        }
      }
    } else if (child) {
      (child as Node).up = node;
      walk(child as Node, inner, tree);
    }
  }
  // What stands in square brackets runs too.
  const { computed, property, key } = node as { computed?: boolean; property?: Node; key?: Node };
  const inBrackets = computed ? (property ?? key) : undefined;
  if (inBrackets) {
    inBrackets.up = node;
    walk(inBrackets, inner, tree);
  }
}

/** What a name stands for where it is used. */
export function lookup(name: string, from: Node): Binding | undefined {
  for (let node: Node | undefined = from; node; node = node.up) {
    const found = node.names?.get(name);
    if (found) return found;
  }
  return undefined;
}

/** Where this binding's name is used, others of the same name left out. */
export const usesOf = (tree: Tree, binding: Binding): (t.Identifier & Node)[] =>
  (tree.uses.get(binding.name) ?? []).filter((use) => lookup(binding.name, use) === binding);

export const lineOf = (node: t.Node): number => node.loc?.start.line ?? 0;
