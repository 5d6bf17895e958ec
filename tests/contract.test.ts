import { inputs, readInput } from '../src/contract/inputs';

test('every method of the contract has a schema that refuses foreign keys', () => {
  const hostile = { id: 'L-0000000001', __proto__: null, constructor: 1 };
  for (const [method, schema] of Object.entries(inputs)) {
    const { issues } = schema['~run']({ value: hostile }, {});
    expect([method, issues !== undefined]).toEqual([method, true]);
  }
});

test.each([
  ['start', undefined],
  ['lead', { id: 5 }],
  ['createLead', { id: 'L-0000000001', fields: { company: 5 } }],
  ['timeline', { kind: 'contact', id: 'L-0000000001' }],
  ['logActivity', 'a call'],
  ['importRows', { plan: {}, rows: 3 }],
] as const)('%s with input of a wrong shape says what to do, in a sentence of ours', (method, input) => {
  expect(readInput(method, input)).toMatchObject({
    ok: false,
    message:
      'The add-on got something that it cannot read. Reload the sheet to get its newest version, then try again.',
  });
});
