import { asks, GUIDE, MEASURED, outcomeOf } from './page-calls';
import type { ClientQuestion } from './question';

/** What arrives in a page of what its script answers or throws. */
export const answersToPages: readonly ClientQuestion[] = [
  {
    id: 'google-script/date-answer',
    asks: 'What arrives if the server answers with a Date?',
    client: asks('giveDate'),
    expect: null,
    source: MEASURED,
  },
  {
    id: 'google-script/nested-date-answer',
    asks: 'What arrives if there is a Date somewhere in the answer?',
    client: asks('giveNestedDate'),
    expect: null,
    source: MEASURED,
  },
  {
    id: 'google-script/cells-answer',
    asks: 'What arrives of cells with a day among them?',
    client: asks('giveCellsWithDay'),
    expect: null,
    source: `enuchi/React-Google-Apps-Script issue 28; ${MEASURED}`,
  },
  {
    id: 'google-script/no-answer',
    asks: 'What arrives if the server answers with nothing?',
    client: asks('giveNothing'),
    expect: null,
    source: MEASURED,
  },
  {
    id: 'google-script/map-answer',
    asks: 'What is left of a Map, a Set and a regular expression in an answer?',
    client(google, done) {
      const answers: unknown[] = [];
      const ask = ([name, ...rest]: readonly string[]): void =>
        outcomeOf(
          google,
          (answer) => {
            answers.push(answer);
            if (rest.length > 0) ask(rest);
            else done(answers);
          },
          name!,
        );
      ask(['giveMap', 'giveSet', 'givePattern']);
    },
    expect: [{}, {}, {}],
    source: MEASURED,
  },
  {
    id: 'google-script/function-answer',
    asks: 'Is a function in an answer its text?',
    client(google, done) {
      outcomeOf(google, (answer) => done([typeof answer, String(answer).startsWith('function twice')]), 'giveFunction');
    },
    expect: ['string', true],
    source: MEASURED,
  },
  {
    id: 'google-script/bytes-answer',
    asks: 'What is left of signed bytes?',
    client: asks('giveBytes'),
    expect: { '0': 1, '1': -2 },
    source: MEASURED,
  },
  {
    id: 'google-script/unsigned-bytes-answer',
    asks: 'Do unsigned bytes make the call fail?',
    client(google, done) {
      outcomeOf(google, (answer) => done(Object.keys(answer as object)), 'giveUnsignedBytes');
    },
    expect: ['failed'],
    source: MEASURED,
  },
  {
    id: 'google-script/promise-answer',
    asks: 'Is a promise waited for?',
    client: asks('givePromise'),
    expect: 'later',
    source: MEASURED,
  },
  {
    id: 'google-script/failure',
    asks: 'What does the failure handler get?',
    client(google, done) {
      google.script.run
        .withSuccessHandler(() => done('succeeded'))
        .withFailureHandler((error: Error) => done([error instanceof Error, error.name, error.message])).fail!();
    },
    expect: [true, 'ScriptError', 'Not today.'],
    source: `${GUIDE}; mootoday/google-docs-addon-svelte-template issue 3`,
  },
  {
    id: 'google-script/failure-at-google',
    asks: 'Does a sentence of Google’s arrive as it is?',
    client: asks('failAtGoogle'),
    expect: {
      failed:
        'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    },
    source: `${GUIDE}: the Error object`,
  },
  {
    id: 'google-script/not-a-number',
    asks: 'What arrives of numbers that JSON cannot say?',
    client: asks('giveNotANumber'),
    expect: { failed: 'unknown' },
    source: 'nobody',
    unsure: 'Documented and measured nowhere; the host refuses it aloud.',
  },
  {
    id: 'google-script/thrown-text',
    asks: 'What does the failure handler get if the server throws a plain string?',
    client: asks('failWithText'),
    expect: { failed: 'just text' },
    source: 'nobody',
    unsure: 'Documented and measured nowhere.',
  },
];
