/** @jest-environment jsdom */

import { CallError } from '../../sidebar/data/call-error';
import { createClient } from '../../sidebar/data/client';
import { CrmError } from '../../src/domain/errors';
import { fakeGoogle, GoogleFails, never } from './fake-google';
import { samples } from './samples';

const errorOf = async (call: Promise<unknown>): Promise<CallError> => {
  const thrown = await call.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof CallError)) throw new Error('Expected a call to fail.');
  return thrown;
};

const failing = (text: string) =>
  fakeGoogle({
    lead: () => {
      throw new GoogleFails(text);
    },
  });

const askForLead = () => createClient().call('lead', { id: 'L-0000000001' });

describe('the conversation with the server', () => {
  it('answers a call with the record that was asked for', async () => {
    fakeGoogle({ lead: ({ id }) => samples.found(samples.lead({ id })) });
    await expect(askForLead()).resolves.toMatchObject({ record: { id: 'L-0000000001', company: 'Halden Timber' } });
  });

  it('sends calls that are made in one go as one request, in their order', async () => {
    const { requests } = fakeGoogle({
      createLead: ({ id }) => samples.found(samples.lead({ id })),
      createOpportunity: ({ id }) => samples.found(samples.deal({ id })),
    });
    const { call } = createClient();
    await Promise.all([
      call('createLead', { id: 'L-0000000009', fields: { company: 'Čapek' } }),
      call('createOpportunity', { id: 'O-0000000009', fields: { title: 'Press' } }),
    ]);
    expect(requests.map(({ calls }) => calls.map(({ method }) => method))).toEqual([
      ['createLead', 'createOpportunity'],
    ]);
  });

  it('tells which field was refused and why', async () => {
    fakeGoogle({
      changeLead: () => {
        throw new CrmError('INVALID', '“x” is no e-mail address.', { field: 'email' });
      },
    });
    const error = await errorOf(
      createClient().call('changeLead', { id: 'L-0000000001', changes: { email: 'x' }, seen: { email: '' } }),
    );
    expect(error).toMatchObject({ code: 'INVALID', field: 'email', message: '“x” is no e-mail address.' });
  });

  it('gives every call of a request the one failure that it ended in', async () => {
    const failure = { code: 'BUG', message: 'The request could not be read.', field: null, differences: [] } as const;
    const client = createClient(async () => ({ answers: [{ ok: false, error: failure }] }));
    const both = [client.call('leadLines', {}), client.call('opportunityLines', {})];
    const errors = await Promise.all(both.map(errorOf));
    expect(errors.map(({ message }) => message)).toEqual([failure.message, failure.message]);
  });

  it('says after thirty seconds that no answer came', async () => {
    jest.useFakeTimers();
    try {
      fakeGoogle({ lead: never });
      const error = errorOf(askForLead());
      await jest.advanceTimersByTimeAsync(30_000);
      await expect(error).resolves.toMatchObject({ code: 'TIMEOUT', message: expect.stringContaining('30 seconds') });
    } finally {
      jest.useRealTimers();
    }
  });

  it('explains what to do when Google mixes up several accounts', async () => {
    failing("We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.");
    await expect(errorOf(askForLead())).resolves.toMatchObject({
      code: 'ACCOUNT',
      message: expect.stringContaining('browser profile'),
    });
    failing('Authorization is required to perform that action.');
    await expect(errorOf(askForLead())).resolves.toMatchObject({ code: 'ACCOUNT' });
  });

  it('knows a lost connection and a used-up quota by what Google says', async () => {
    failing('NetworkError: Connection failure due to HTTP 0');
    await expect(errorOf(askForLead())).resolves.toMatchObject({ code: 'OFFLINE' });
    failing('Service invoked too many times for one day: premium spreadsheets.');
    await expect(errorOf(askForLead())).resolves.toMatchObject({
      code: 'QUOTA',
      message: expect.stringContaining('24 hours'),
    });
  });

  it('shows what Google said where it is not known', async () => {
    failing('Cannot read properties of null');
    await expect(errorOf(askForLead())).resolves.toMatchObject({
      code: 'BUG',
      message: 'Something went wrong: Cannot read properties of null',
    });
  });

  it('does not even ask while the browser is offline', async () => {
    const { requests } = fakeGoogle();
    const onLine = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await expect(errorOf(askForLead())).resolves.toMatchObject({ code: 'OFFLINE' });
    expect(requests).toEqual([]);
    onLine.mockRestore();
  });

  it('refuses a misspelt method and a wrong input when it is compiled', () => {
    const client = createClient(async () => ({ answers: [] }));
    const misuse = () => [
      // @ts-expect-error: there is no such method
      client.call('moveOpportunty', {}),
      // @ts-expect-error: an id is text
      client.call('lead', { id: 1 }),
    ];
    expect(misuse).toBeDefined();
  });
});
