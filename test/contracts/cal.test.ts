import Ajv from 'ajv';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { calApi } from '#functions/calendar/cal-api.ts';
import { type Exchange, FakeCal } from '#test/fakes/cal.ts';
import contract from './cal-v2.json' with { type: 'json' };

interface Operation {
  readonly parameters: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
    readonly schema: { readonly const?: string };
  }[];
  readonly requestBody?: { readonly content: { 'application/json': { schema: object } } };
  readonly responses: Readonly<
    Record<string, { readonly content: { 'application/json': { schema: object } } }>
  >;
}

const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(contract, 'cal');

const paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> =
  contract.paths as never;

/** The document's operation for a request, with the place where it stands. */
function operationOf({ method, path }: Exchange) {
  const { pathname } = new URL(path, 'http://cal.test');
  const template = Object.keys(paths).find((one) =>
    new RegExp(`^${one.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
  );
  const operation = paths[template ?? '']?.[method.toLowerCase()];
  if (!operation || !template) throw new Error(`${method} ${pathname} is not in the document`);
  const at = `cal#/paths/${template.replaceAll('/', '~1')}/${method.toLowerCase()}`;
  return { operation, at: encodeURI(at) };
}

/** What is wrong with a value by the schema at a place of the document. */
function wrong(at: string, value: unknown): string {
  const validate = ajv.compile({ $ref: at });
  return validate(value) ? '' : ajv.errorsText(validate.errors);
}

function faultsOf(exchange: Exchange): readonly string[] {
  const { operation, at } = operationOf(exchange);
  const query = new URL(exchange.path, 'http://cal.test').searchParams;
  const found: string[] = [];
  for (const { in: where, name, required, schema } of operation.parameters) {
    const given = where === 'query' ? query.get(name) : exchange.headers[name.toLowerCase()];
    if (where !== 'path' && required && !given) found.push(`${name} is missing`);
    if (schema.const && given !== schema.const) found.push(`${name} is ${given}`);
  }
  const known = operation.parameters.map(({ name }) => name);
  for (const name of query.keys()) if (!known.includes(name)) found.push(`${name} is unknown`);
  const body = 'content/application~1json/schema';
  if (operation.requestBody) found.push(wrong(`${at}/requestBody/${body}`, exchange.body));
  if (!operation.responses[String(exchange.status)])
    found.push(`status ${exchange.status} is not in the document`);
  else found.push(wrong(`${at}/responses/${exchange.status}/${body}`, exchange.answer));
  return found.filter(Boolean);
}

const start = '2030-01-07T09:00:00.000Z';
const later = '2030-01-07T09:30:00.000Z';
const ada = { name: 'Ada', email: 'ada@company.com', timeZone: 'Europe/Paris' };
let cal: FakeCal;
const api = calApi({ key: 'cal_test', eventTypeId: 77, baseUrl: 'http://cal.test' });

beforeEach(() => {
  cal = new FakeCal();
  cal.offered = [start, later];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) =>
    cal.handle(new Request(input, init)),
  );
});
afterEach(() => vi.restoreAllMocks());

test('every request of ours and every answer of the fake fit the document of Cal.com', async () => {
  await api.slots(new Date('2030-01-01'), new Date('2030-02-01'));
  const made = await api.create(start, ada, { booking: crypto.randomUUID() });
  if (made.kind !== 'done') throw new Error('not booked');
  const moved = await api.move(made.value.uid, later, 'Moved');
  if (moved.kind !== 'done') throw new Error('not moved');
  await api.read(made.value.uid);
  await api.about(later);
  await api.after(new Date('2030-01-01'));
  await api.cancel(moved.value.uid, 'Cancelled');
  expect(cal.exchanges.map((one) => [one.method, one.path, faultsOf(one)])).toEqual(
    cal.exchanges.map((one) => [one.method, one.path, []]),
  );
  const operations = Object.values(paths).flatMap((of) => Object.keys(of)).length;
  expect(new Set(cal.exchanges.map((one) => operationOf(one).at)).size).toBe(operations);
});

test('the contract objects to another version, a body without a start and an answer without a uid', async () => {
  await api.create(start, ada, {});
  const [exchange] = cal.exchanges;
  if (!exchange) throw new Error('nothing was asked');
  const headers = { ...exchange.headers, 'cal-api-version': '2024-04-15' };
  expect(faultsOf({ ...exchange, headers }).join()).toContain('cal-api-version');
  expect(faultsOf({ ...exchange, body: { attendee: ada } }).join()).toContain('start');
  expect(faultsOf({ ...exchange, answer: { status: 'success', data: {} } }).join()).toContain(
    'uid',
  );
});

test('a list of more than one page is read to its end', async () => {
  for (let i = 0; i < 230; i++) cal.book(start, ada);
  const all = await api.after(new Date('2030-01-01'));
  expect(all.kind === 'done' && all.value.length).toBe(230);
  expect(cal.exchanges).toHaveLength(3);
});

test.each([
  ['lost race', 'refused'],
  ['null', 'unclear'],
  ['half an answer', 'unclear'],
  ['server error', 'unclear'],
  ['too many', 'unclear'],
  ['done but broken', 'unclear'],
  ['old version', 'unclear'],
] as const)('%s counts as %s', async (fault, kind) => {
  cal.fail(fault);
  expect((await api.create(start, ada, {})).kind).toBe(kind);
});

test('both shapes of a refusal are read', async () => {
  expect(await api.read('unknown')).toMatchObject({ kind: 'refused', status: 404 });
  const made = cal.book(start, ada);
  await api.cancel(made.uid, '');
  expect(await api.cancel(made.uid, '')).toEqual({
    kind: 'refused',
    status: 400,
    message: `Booking ${made.uid} has been cancelled already`,
  });
});
