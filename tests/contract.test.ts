import { inputs } from '../src/contract/inputs';

test('every method of the contract has a schema that refuses foreign keys', () => {
  const hostile = { id: 'L-0000000001', __proto__: null, constructor: 1 };
  for (const [method, schema] of Object.entries(inputs)) {
    const { issues } = schema['~run']({ value: hostile }, {});
    expect([method, issues !== undefined]).toEqual([method, true]);
  }
});
