import { expect, test } from 'vitest';
import { found } from '../project.ts';

const RULE = 'client-per-request';
const one = (code: string) => found(RULE, { 'app/api/notes/route.ts': code });

test('a client made within a request is found', () => {
  expect(
    one(
      `import { PrismaClient } from '@prisma/client';\nexport async function GET() {\n  const prisma = new PrismaClient();\n}`,
    ),
  ).toEqual(['app/api/notes/route.ts:3']);
  expect(
    one(`import { Pool } from 'pg';\nexport const GET = async () => { const pool = new Pool(); };`),
  ).toHaveLength(1);
});

test('one that is made once and kept is not', () => {
  expect(
    one(
      `import { PrismaClient } from '@prisma/client';\nexport const prisma = globalThis.prisma ?? new PrismaClient();`,
    ),
  ).toEqual([]);
  expect(
    one(
      `import { Pool } from 'pg';\nlet pool;\nconst get = () => { pool ??= new Pool(); return pool; };`,
    ),
  ).toEqual([]);
});

test('one that a function makes and its caller keeps is not', () => {
  const make = `import { PrismaClient } from '@prisma/client';\nfunction make() {\n  if (url) return new PrismaClient({ url });\n  return new PrismaClient();\n}\n`;
  expect(one(`${make}export const prisma = globalThis.prisma ?? make();`)).toEqual([]);
  expect(one(`${make}export async function GET() { const prisma = make(); }`)).toHaveLength(2);
  const dressed = make.replace(
    'return new PrismaClient();',
    'const base = new PrismaClient();\n  return wrap(base);',
  );
  expect(one(`${dressed}export const prisma = globalThis.prisma ?? make();`)).toEqual([]);
  expect(one(`${dressed}export async function GET() { const prisma = make(); }`)).toHaveLength(2);
  const kept = `import { createPool } from 'mysql2';\nclass Base {\n  make() { return createPool(url); }\n  async open() { this.pool = await this.make(); }\n}`;
  expect(one(kept)).toEqual([]);
  expect(one(kept.replace('this.pool =', 'const pool ='))).toHaveLength(1);
});

test('other things of that name, and clients that hold no connection, are not', () => {
  expect(one(`import { Client } from 'discord.js';\nconst f = () => new Client();`)).toEqual([]);
  expect(
    one(
      `import { createClient } from '@supabase/supabase-js';\nconst f = () => createClient(url, key);`,
    ),
  ).toEqual([]);
});
