/** What the questions of `google-script.ts` call from their page: top-level functions of the packed script. */
export const pageServer = {
  echo: (value: unknown) => value,
  kindsOf: (...values: unknown[]) => values.map((value) => Object.prototype.toString.call(value)),
  change(object: { name: string }) {
    object.name = 'changed';
    return object;
  },
  giveNothing() {},
  giveDate: () => new Date(0),
  giveNestedDate: () => ({ name: 'x', when: [new Date(0)] }),
  giveCellsWithDay: () => [['a day', new Date(0)]],
  giveUndefinedInside: () => [1, undefined, 3],
  giveMap: () => new Map([['a', 1]]),
  giveSet: () => new Set([1, 2]),
  givePattern: () => /x/,
  giveFunction: () =>
    function twice(n: number) {
      return n * 2;
    },
  giveBytes: () => Int8Array.from([1, -2]),
  giveUnsignedBytes: () => Uint8Array.from([1, 2]),
  givePromise: async () => 'later',
  giveNotANumber: () => Number.NaN,
  giveInfinity: () => Number.POSITIVE_INFINITY,
  fail() {
    throw new Error('Not today.');
  },
  failWithText() {
    throw 'just text';
  },
  failAtGoogle() {
    SpreadsheetApp.getActiveSheet()
      .getRange('A1:A2')
      .setValues([[1]]);
  },
  hidden_: () => 'secret',
};
