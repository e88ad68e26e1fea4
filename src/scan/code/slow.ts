import type * as t from '@babel/types';
import type { SlowCall } from './facts.ts';
import { type CallNode, lineOf, lookup, type Node, type Tree } from './tree.ts';
import { bare, memberName, memberObject, property, textOf } from './value.ts';

/** Addresses of services whose answer takes seconds. */
const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/api\.openai\.com/, 'OpenAI'],
  [/ai\.gateway\.lovable\.dev/, 'Lovable AI'],
  [/api\.anthropic\.com/, 'Anthropic'],
  [/generativelanguage\.googleapis\.com|aiplatform\.googleapis\.com/, 'Gemini'],
  [
    /openrouter\.ai|api\.groq\.com|api\.mistral\.ai|api\.x\.ai|api\.deepseek\.com|api\.together\.xyz/,
    'an AI model',
  ],
  [/api\.perplexity\.ai/, 'Perplexity'],
  [/api\.replicate\.com|fal\.run|api\.stability\.ai|api\.runwayml\.com/, 'an image model'],
  [/api\.elevenlabs\.io|api\.deepgram\.com|api\.assemblyai\.com/, 'a speech model'],
  [/api-inference\.huggingface\.co|ai-gateway\.vercel\.sh/, 'an AI model'],
];

/** Addresses of those services that only list something. */
const QUICK = /\/(models|voices|usage|balance)(\?|…|$)/;

/** The ends of SDK calls: `openai.chat.completions.create(…)`. */
const SDK =
  /(chat\.completions|responses|embeddings|images|messages|completions|audio\.\w+)\.(create|generate|parse)$|\.generateContent(Stream)?$/;
const AI_FUNCTIONS = new Set([
  'generateText',
  'generateObject',
  'embed',
  'embedMany',
  'streamText',
  'streamObject',
]);

function path(node: t.Node): string {
  const inner = bare(node);
  const name = memberName(inner);
  const object = memberObject(inner);
  return name && object ? `${path(object)}.${name}` : '';
}

const holds = (call: CallNode, names: readonly string[]): boolean =>
  call.arguments.some((arg) => names.some((name) => property(arg, name) !== undefined));

/** Raced against a clock: `Promise.race([ask(), timeout])`. */
function isRaced(node: Node): boolean {
  for (let up = node.up, i = 0; up && i < 6; up = up.up, i++) {
    if (up.type === 'CallExpression' && memberName(up.callee) === 'race') return true;
  }
  return false;
}

function streams(call: CallNode): boolean {
  const body = property(call.arguments[1], 'body') ?? call.arguments[0];
  const object = body && bare(body);
  const given = object?.type === 'CallExpression' ? object.arguments[0] : object;
  const value = property(given, 'stream');
  return value?.type === 'BooleanLiteral' && value.value;
}

function byFetch(call: CallNode): Omit<SlowCall, 'line'> | undefined {
  const name = call.callee.type === 'Identifier' ? call.callee.name : '';
  if (name !== 'fetch') return undefined;
  const url = textOf(call.arguments[0]);
  const service = url && SERVICES.find(([pattern]) => pattern.test(url))?.[1];
  if (!service || QUICK.test(url)) return undefined;
  return { service, timed: holds(call, ['signal']) || isRaced(call), streams: streams(call) };
}

function bySdk(call: CallNode, tree: Tree): Omit<SlowCall, 'line'> | undefined {
  const name = call.callee.type === 'Identifier' ? call.callee.name : undefined;
  const imported = name && lookup(name, call)?.from?.source;
  const own = name && AI_FUNCTIONS.has(name) && imported === 'ai';
  if (!own && !SDK.test(path(call.callee))) return undefined;
  if (!own && !usesModel(tree, call)) return undefined;
  const timed =
    holds(call, ['signal', 'abortSignal', 'timeout']) || isRaced(call) || hasTimedClient(tree);
  return { service: 'an AI model', timed, streams: name?.startsWith('stream') ?? streams(call) };
}

/** `messages.create` is Twilio's too: the file has to know a model's client. */
const MODEL = /openai|anthropic|generative|genai|groq|mistral|cohere|replicate/i;
const usesModel = (tree: Tree, call: CallNode): boolean =>
  MODEL.test(rootName(call.callee)) ||
  tree.news.some((node) => node.callee.type === 'Identifier' && MODEL.test(node.callee.name)) ||
  /completions|embeddings|generateContent/.test(path(call.callee));

function rootName(node: t.Node): string {
  const object = memberObject(bare(node));
  if (object) return rootName(object);
  const inner = bare(node);
  return inner.type === 'Identifier' ? inner.name : '';
}

const hasTimedClient = (tree: Tree): boolean =>
  tree.news.some(
    (node) =>
      node.callee.type === 'Identifier' &&
      MODEL.test(node.callee.name) &&
      property(node.arguments[0], 'timeout') !== undefined,
  );

/** Calls to services that answer in seconds rather than milliseconds. */
export function slowCalls(tree: Tree): { readonly node: Node; readonly fact: SlowCall }[] {
  return tree.calls.flatMap((node) => {
    const found = byFetch(node) ?? bySdk(node, tree);
    return found ? [{ node, fact: { line: lineOf(node), ...found } }] : [];
  });
}
