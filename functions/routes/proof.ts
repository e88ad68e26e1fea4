/** GET /api/proof: 200 a riddle of altcha-lib. Its solution, sent in the header `Proof`, raises the limits once. */
import { Hono } from 'hono';
import type { App } from '#functions/answer.ts';
import { riddle } from '#functions/proof.ts';

export const proof = new Hono<App>().get('/', async (c) =>
  c.json(await riddle(c.get('config').linkSecret, new Date())),
);
