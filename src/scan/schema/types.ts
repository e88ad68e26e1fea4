import { parse } from '@babel/parser';
import type * as t from '@babel/types';
import { newTable, type Table } from './schema.ts';

const keyName = (node: t.Node): string | undefined =>
  node.type === 'Identifier' ? node.name : node.type === 'StringLiteral' ? node.value : undefined;

const members = (node: t.Node | null | undefined): readonly t.TSTypeElement[] =>
  node?.type === 'TSTypeLiteral' ? node.members : [];

/** The type under this name in a type literal. */
function under(node: t.Node | null | undefined, name: string): t.Node | undefined {
  for (const one of members(node)) {
    if (one.type === 'TSPropertySignature' && keyName(one.key) === name) {
      return one.typeAnnotation?.typeAnnotation;
    }
  }
  return undefined;
}

const literal = (node: t.Node | undefined): string | boolean | undefined =>
  node?.type === 'TSLiteralType' && 'value' in node.literal
    ? (node.literal.value as string | boolean)
    : undefined;

const literals = (node: t.Node | undefined): string[] =>
  node?.type === 'TSTupleType'
    ? node.elementTypes.flatMap((one) => {
        const value = literal(one);
        return typeof value === 'string' ? [value] : [];
      })
    : [];

const typeName = (node: t.Node | undefined): string => {
  if (node?.type === 'TSStringKeyword') return 'text';
  if (node?.type === 'TSNumberKeyword') return 'number';
  if (node?.type === 'TSBooleanKeyword') return 'boolean';
  if (node?.type === 'TSUnionType') return typeName(node.types[0]);
  return '';
};

function tableOf(name: string, type: t.Node, line: number, file: string): Table {
  const table = newTable(name, { file, line }, false);
  for (const one of members(under(type, 'Row'))) {
    const column = one.type === 'TSPropertySignature' ? keyName(one.key) : undefined;
    if (one.type !== 'TSPropertySignature' || !column) continue;
    const of = one.typeAnnotation?.typeAnnotation;
    const optional =
      of?.type === 'TSUnionType' && of.types.some((part) => part.type === 'TSNullKeyword');
    table.columns.set(column, { name: column, type: typeName(of), optional });
  }
  if (table.columns.has('id'))
    table.keys.push({ name: `${name}_pkey`, columns: ['id'], primary: true });
  const relations = under(type, 'Relationships');
  for (const one of relations?.type === 'TSTupleType' ? relations.elementTypes : []) {
    const columns = literals(under(one, 'columns'));
    const references = literal(under(one, 'referencedRelation'));
    const key = String(literal(under(one, 'foreignKeyName')));
    if (columns.length === 0 || typeof references !== 'string') continue;
    // Of two relations under one key, the second leads to a view of the same table.
    if (table.foreignKeys.some((other) => other.name === key)) continue;
    table.foreignKeys.push({ name: key, columns, references, place: { file, line } });
    if (literal(under(one, 'isOneToOne')) === true) {
      table.keys.push({ name: `${key}_unique`, columns, primary: false });
    }
  }
  return table;
}

/** Is it the file that Supabase's tools write from the database? */
export const isGeneratedTypes = (text: string): boolean =>
  /\bTables: \{/.test(text) && /\bRow: \{/.test(text) && /\bRelationships: \[/.test(text);

/** Tables, columns and relations of the generated types. They say nothing of indexes and policies. */
export function typesTables(text: string, file: string): { tables: Table[]; views: string[] } {
  const { program } = parse(text, {
    sourceType: 'module',
    plugins: ['typescript'],
    errorRecovery: true,
  });
  for (const node of program.body) {
    const declared = node.type === 'ExportNamedDeclaration' ? node.declaration : node;
    if (declared?.type !== 'TSTypeAliasDeclaration' && declared?.type !== 'TSInterfaceDeclaration')
      continue;
    if (declared.id.name !== 'Database') continue;
    const body: t.Node =
      declared.type === 'TSTypeAliasDeclaration'
        ? declared.typeAnnotation
        : ({ type: 'TSTypeLiteral', members: declared.body.body } as t.TSTypeLiteral);
    const schema = under(body, 'public');
    const each = (kind: string) =>
      members(under(schema, kind)).flatMap((one) => {
        const name = one.type === 'TSPropertySignature' ? keyName(one.key) : undefined;
        const type =
          one.type === 'TSPropertySignature' ? one.typeAnnotation?.typeAnnotation : undefined;
        return name && type ? [{ name, type, line: one.loc?.start.line ?? 0 }] : [];
      });
    return {
      tables: each('Tables').map(({ name, type, line }) => tableOf(name, type, line, file)),
      views: each('Views').map(({ name }) => name),
    };
  }
  return { tables: [], views: [] };
}
