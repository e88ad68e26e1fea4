import { expect, test } from 'vitest';
import { found } from '../project.ts';

const RULE = 'slow-call-without-timeout';
const one = (code: string) => found(RULE, { 'supabase/functions/chat/index.ts': code });

test.each([
  `await fetch('https://api.openai.com/v1/chat/completions', { method: 'POST', body });`,
  `const URL = 'https://ai.gateway.lovable.dev/v1/chat/completions';\nawait fetch(URL, { method: 'POST' });`,
  'await fetch(`https://generativelanguage.googleapis.com/v1/models/${m}:generateContent?key=${k}`, {});',
  `const openai = new OpenAI();\nawait openai.chat.completions.create({ model });`,
  `import { generateText } from 'ai';\nawait generateText({ model, prompt });`,
])('%s waits without end', (code) => {
  expect(one(code)).toHaveLength(1);
});

test.each([
  `await fetch('https://api.openai.com/v1/chat/completions', { signal: AbortSignal.timeout(20000) });`,
  `const options = { method: 'POST', signal: controller.signal };\nawait fetch('https://api.openai.com/v1/responses', options);`,
  `await fetch('https://api.openai.com/v1/models', {});`,
  `const openai = new OpenAI({ timeout: 20000 });\nawait openai.chat.completions.create({ model });`,
  `await Promise.race([fetch('https://api.anthropic.com/v1/messages', {}), clock]);`,
  `await twilio.messages.create({ to, body });`,
  `await fetch('/api/notes');`,
])('%s does not', (code) => {
  expect(one(code)).toEqual([]);
});
