/**
 * The app server of a measurement, a process of its own: one thread of Node that serves one screen.
 * Started by `app.ts`, which sends the configuration and asks for what was counted.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { DatabaseError } from 'pg';
import type { Configuration } from '../lab/configuration.ts';
import { answerOf, TimeLimitError } from './answer.ts';
import { connected, type Way } from './connection.ts';
import { queryOf } from './query.ts';
import { type Failure, tally } from './tally.ts';

export interface Order {
  readonly configuration: Configuration;
  readonly way: Way;
}

/** Repeats for every run, so that two runs ask the same questions. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Classes 08 and 53 of PostgreSQL: no connection, too many of them. */
function failureOf(error: unknown): Failure {
  if (error instanceof TimeLimitError) return 'timeLimit';
  if (error instanceof DatabaseError)
    return /^(08|53)/.test(error.code ?? '') ? 'connections' : 'other';
  return /ECONNRE|terminated|timeout/i.test(String(error)) ? 'connections' : 'other';
}

function serve({ configuration, way }: Order): void {
  const random = randomFrom(1);
  const answer = answerOf(configuration, queryOf(configuration, random), connected(way), random);
  const inTurn = !configuration.screen.atOnce && configuration.screen.requests > 1;
  const before = new WeakMap<Socket, Promise<void>>();

  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    tally.request();
    response.sendDate = false;
    response.setHeader('screen', request.url?.split('screen=')[1] ?? '0');
    try {
      const { body, slow } = await answer();
      if (slow) response.setHeader('slow', '1');
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
    } catch (error) {
      tally.failure(failureOf(error), error);
      response.writeHead(503, { 'content-length': 0 });
      response.end();
    } finally {
      tally.answered();
    }
  };

  // A browser that asks in turn sends the next request after the last answer; here all of a screen's
  // requests have come, so each waits for the one before it on the same socket.
  const server = createServer((request, response) => {
    if (!inTurn) return void respond(request, response);
    const last = before.get(request.socket) ?? Promise.resolve();
    before.set(
      request.socket,
      last.then(() => respond(request, response)),
    );
  });
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1', 16_384, () => {
    process.send?.({ port: (server.address() as AddressInfo).port });
  });
}

process.on('message', (message: Order | 'read') => {
  if (message === 'read') process.send?.(tally.read());
  else serve(message);
});
process.once('disconnect', () => process.exit());
