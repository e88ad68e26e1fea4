import { applyD1Migrations, type D1Migration, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, vi } from 'vitest';
import { settled } from './requests.ts';

declare global {
  namespace Cloudflare {
    interface Env {
      MIGRATIONS: D1Migration[];
    }
  }
}

beforeEach(async () => {
  vi.spyOn(console, 'info').mockReturnValue();
  await applyD1Migrations(env.DB, env.MIGRATIONS);
});

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await settled();
  await reset();
});
