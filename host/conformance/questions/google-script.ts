import { asks, GUIDE, MEASURED, outcomeOf } from './page-calls';
import type { ClientQuestion, Runner } from './question';

const illegal = (property: string) => ({ refused: `Failed due to illegal value in property: ${property}` });

/** What crosses between a page and its script. */
export const googleScript: readonly ClientQuestion[] = [
  {
    id: 'google-script/plain-data',
    asks: 'Does plain data come back as it went?',
    client: asks('echo', { text: 'ä', number: 1.5, yes: true, nothing: null, list: [1, ['two', { three: 3 }]] }),
    expect: { text: 'ä', number: 1.5, yes: true, nothing: null, list: [1, ['two', { three: 3 }]] },
    source: GUIDE,
  },
  {
    id: 'google-script/undefined-argument',
    asks: 'Does an undefined argument arrive as null?',
    client: asks('kindsOf', undefined, 1),
    expect: ['[object Null]', '[object Number]'],
    source: MEASURED,
  },
  {
    id: 'google-script/undefined-in-a-list',
    asks: 'Does undefined in a list arrive as null?',
    client: asks('echo', [1, undefined, 3]),
    expect: [1, null, 3],
    source: GUIDE,
  },
  {
    id: 'google-script/date-argument',
    asks: 'Is a Date refused?',
    client: asks('echo', new Date(0)),
    expect: illegal('0'),
    source: MEASURED,
  },
  {
    id: 'google-script/date-in-second-place',
    asks: 'Does the refusal name the place of the argument?',
    client: asks('echo', 'first', new Date(0)),
    expect: illegal('1'),
    source: MEASURED,
  },
  {
    id: 'google-script/date-in-a-list',
    asks: 'Is a Date inside a list refused?',
    client: asks('echo', ['first', 'second', new Date(0)]),
    expect: illegal('2'),
    source: MEASURED,
  },
  {
    id: 'google-script/map-argument',
    asks: 'Is a Map refused?',
    client: asks('echo', new Map([['a', 1]])),
    expect: illegal('0'),
    source: MEASURED,
  },
  {
    id: 'google-script/set-argument',
    asks: 'Is a Set refused?',
    client: asks('echo', new Set([1])),
    expect: illegal('0'),
    source: MEASURED,
  },
  {
    id: 'google-script/pattern-argument',
    asks: 'Is a regular expression refused?',
    client: asks('echo', /x/),
    expect: illegal('0'),
    source: MEASURED,
  },
  {
    id: 'google-script/promise-argument',
    asks: 'Is a Promise refused?',
    client: asks('echo', Promise.resolve(1)),
    expect: illegal('0'),
    source: MEASURED,
  },
  {
    id: 'google-script/bytes-argument',
    asks: 'Is a typed array refused?',
    client: asks('echo', Uint8Array.from([1])),
    expect: illegal('0'),
    source: MEASURED,
  },
  {
    id: 'google-script/function-argument',
    asks: 'Is a function refused?',
    client: asks('echo', () => 1),
    expect: illegal('0'),
    source: GUIDE,
  },
  {
    id: 'google-script/circle',
    asks: 'Is an object refused that contains itself?',
    client(google, done) {
      const circle: { self?: unknown } = {};
      circle.self = circle;
      outcomeOf(google, (answer) => done(Object.keys(answer as object)), 'echo', circle);
    },
    expect: ['refused'],
    source: GUIDE,
  },
  {
    id: 'google-script/a-copy',
    asks: 'Does the server change a copy only?',
    client(google, done) {
      const object = { name: 'mine' };
      google.script.run.withSuccessHandler((answer: { name: string }) => done([answer.name, object.name])).change!(
        object,
      );
    },
    expect: ['changed', 'mine'],
    source: GUIDE,
  },
  {
    id: 'google-script/private-functions',
    asks: 'Are functions whose names end with an underscore unknown to the page?',
    client(google, done) {
      done([typeof google.script.run.echo, typeof google.script.run.hidden_]);
    },
    expect: ['function', 'undefined'],
    source: GUIDE,
  },
  {
    id: 'google-script/missing-function',
    asks: 'What if the page calls a function that does not exist?',
    client(google, done) {
      try {
        google.script.run.noSuchFunction!();
        done('called');
      } catch (error) {
        done(error instanceof TypeError);
      }
    },
    expect: true,
    source: `${GUIDE}: the page knows the names of the functions there are; many logs "… is not a function"`,
  },
  {
    id: 'google-script/user-object',
    asks: 'Does the user object come back as it is, as the second argument?',
    client(google, done) {
      const mine = { name: 'mine', act: () => 'still a function' };
      google.script.run
        .withUserObject(mine)
        .withSuccessHandler((value: unknown, object: typeof mine) => done([value, object === mine, object.act()]))
        .echo!(1);
    },
    expect: [1, true, 'still a function'],
    source: GUIDE,
  },
  {
    id: 'google-script/runners-are-new',
    asks: 'Does setting a handler leave the runner it is set on alone?',
    client(google, done) {
      const heard: string[] = [];
      const first = google.script.run.withSuccessHandler(() => {
        heard.push('first');
        second.echo!(2);
      });
      const second: Runner = first.withSuccessHandler(() => {
        heard.push('second');
        done([first === second, heard]);
      });
      first.echo!(1);
    },
    expect: [false, ['first', 'second']],
    source: GUIDE,
  },
  {
    id: 'google-script/goes-on-at-once',
    asks: 'Does a call return at once, with nothing?',
    client(google, done) {
      const heard: string[] = [];
      const returned = google.script.run.withSuccessHandler(() => {
        heard.push('answer');
        done([String(returned), heard]);
      }).echo!(1) as unknown;
      heard.push('next line');
    },
    expect: ['undefined', ['next line', 'answer']],
    source: GUIDE,
  },
  {
    id: 'google-script/eleven-at-once',
    asks: 'Are eleven calls at once all answered?',
    client(google, done) {
      const answers: number[] = [];
      for (let i = 0; i < 11; i++) {
        google.script.run.withSuccessHandler((value: number) => {
          answers.push(value);
          if (answers.length === 11) done(answers.sort((a, b) => a - b));
        }).echo!(i);
      }
    },
    expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    source: `${GUIDE}: the eleventh waits for one of ten places`,
  },
  {
    id: 'google-script/date-in-a-field',
    asks: 'What does the refusal of a Date in a field of an object name?',
    client: asks('echo', { when: new Date(0) }),
    expect: illegal('when'),
    source: MEASURED,
    unsure: 'Measured for arguments and lists.',
  },
];
