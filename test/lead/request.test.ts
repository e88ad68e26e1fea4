import { describe, expect, it } from 'vitest';
import { request } from '#src/lead/request.ts';

/** A server that answers this. */
const answering = (status: number, body: string) => async () => new Response(body, { status });
const post = (ask: typeof fetch) => request('/api/leads', { id: '1' }, ask);

describe('a request to the API', () => {
  it('is a POST of JSON with a body, and a GET without', async () => {
    const seen: [unknown, RequestInit | undefined][] = [];
    const ask: typeof fetch = async (path, init) => {
      seen.push([path, init]);
      return new Response('{}');
    };
    await request('/api/leads', { id: '1' }, ask);
    await request('/api/slots', undefined, ask);
    expect(seen[0]).toMatchObject(['/api/leads', { method: 'POST', body: '{"id":"1"}' }]);
    expect(seen[1]?.[1]?.method).toBeUndefined();
    expect(seen[1]?.[1]).not.toHaveProperty('body');
  });

  it('is done with the answer', async () => {
    expect(await post(answering(201, '{"lead":{"id":"1"}}'))).toEqual({
      kind: 'done',
      answer: { lead: { id: '1' } },
    });
  });

  it('is refused with the sentence of the server, and those for the fields', async () => {
    const body = { error: { message: 'Change one field.', fields: { email: 'Enter an address' } } };
    expect(await post(answering(422, JSON.stringify(body)))).toEqual({
      kind: 'refused',
      status: 422,
      message: 'Change one field.',
      fields: { email: 'Enter an address' },
      body,
    });
  });

  it.each([
    ['the server breaks', answering(500, '{"error":{"message":"It broke."}}')],
    ['something else answers', answering(200, '<!doctype html>')],
    ['something else refuses', answering(403, '{"blocked":true}')],
    ['it answers null', answering(404, 'null')],
    [
      'there is no network',
      async () => {
        throw new TypeError('Failed to fetch');
      },
    ],
  ])('has failed when %s', async (_, ask) => {
    expect(await post(ask)).toEqual({ kind: 'failed' });
  });

  it('has failed with the reference under which the server noted its error', async () => {
    const body = { error: { message: 'It broke.', reference: 'b7f0' } };
    expect(await post(answering(500, JSON.stringify(body)))).toEqual({
      kind: 'failed',
      reference: 'b7f0',
    });
  });
});
