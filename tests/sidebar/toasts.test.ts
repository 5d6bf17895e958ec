import { createToasts } from '../../sidebar/data/toasts';

const textsOf = ({ list }: ReturnType<typeof createToasts>) => list.value.map(({ text }) => text);

describe('messages', () => {
  it('that pass by do not push out an error that nobody has read, nor the way back to what was typed', () => {
    const toasts = createToasts();
    toasts.complain('The call could not be logged.', { label: 'Open', act: () => {} });
    for (const name of ['One', 'Two', 'Three', 'Four']) toasts.say(`${name} is done`);
    expect(textsOf(toasts)).toEqual(['The call could not be logged.', 'Three is done', 'Four is done']);
  });

  it('that stay leave room for the newest of the others', () => {
    const toasts = createToasts();
    for (const what of ['One', 'Two', 'Three', 'Four']) toasts.complain(`${what} could not be saved`);
    toasts.say('Five is done');
    toasts.say('Six is done');
    expect(textsOf(toasts)).toHaveLength(5);
    expect(textsOf(toasts).at(-1)).toBe('Six is done');
  });

  it('are three at most where all of them pass by', () => {
    const toasts = createToasts();
    for (const name of ['One', 'Two', 'Three', 'Four']) toasts.say(name);
    expect(textsOf(toasts)).toEqual(['Two', 'Three', 'Four']);
  });
});
