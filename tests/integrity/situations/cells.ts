import { ACME, BETA, GAMMA, PILOT, RENEWAL, ROLLOUT } from '../file';
import type { AnyCall, Situation } from '../words';
import { changePhone, changeValue, convertBeta, deletePilot, movePilot, winRenewal } from './clicks';

const changeContactOfBeta: AnyCall = {
  method: 'changeLead',
  input: {
    id: BETA,
    changes: { contact: 'Bea Chen', phone: '555 12' },
    seen: { contact: 'Bo Chen', phone: '+49 30 1234' },
  },
};

const type = (at: string, text: string) => ({ do: 'type', at, text }) as const;

/** Cells that somebody edits between the look and the save. */
export const cells: readonly Situation[] = [
  {
    name: 'the same field is edited between look and save',
    story: [type(`Leads/${BETA}/Phone`, '99'), { click: changePhone, ends: 'CONFLICT', conflicts: { phone: '99' } }],
    shows: { [`Leads/${BETA}/Phone`]: '99' },
  },
  {
    name: 'another field of the record is edited between look and save',
    story: [type(`Leads/${BETA}/Email`, 'new@beta.example'), { click: changePhone }],
    shows: { [`Leads/${BETA}/Email`]: 'new@beta.example', [`Leads/${BETA}/Phone`]: '555 12' },
  },
  {
    name: 'the same value is typed between look and save',
    story: [type(`Leads/${BETA}/Contact`, 'Bea Chen'), { click: changeContactOfBeta }],
  },
  {
    name: 'of two fields one is edited between look and save: the other is saved',
    story: [type(`Leads/${BETA}/Phone`, '99'), { click: changeContactOfBeta, conflicts: { phone: '99' } }],
    shows: { [`Leads/${BETA}/Phone`]: '99', [`Leads/${BETA}/Contact`]: 'Bea Chen' },
  },
  {
    name: 'a cell of another record is edited while the save is under way',
    story: [
      {
        click: changePhone,
        meanwhile: { before: 'first write', acts: [type(`Leads/${GAMMA}/Phone`, '777')] },
        ends: 'any',
      },
    ],
    shows: { [`Leads/${GAMMA}/Phone`]: '777' },
  },
  {
    name: 'another field of the record is edited while the save is under way',
    story: [
      {
        click: changePhone,
        meanwhile: { before: 'first write', acts: [type(`Leads/${BETA}/Notes`, 'Call after 5')] },
        ends: 'any',
      },
    ],
    shows: { [`Leads/${BETA}/Notes`]: 'Call after 5' },
  },
  {
    name: 'the same field is edited while the save is under way',
    story: [
      {
        click: changePhone,
        meanwhile: { before: 'last read', acts: [type(`Leads/${BETA}/Phone`, '99')] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'the same field is edited in the very moment of a save',
    story: [
      {
        click: changePhone,
        meanwhile: { before: 'first write', acts: [type(`Leads/${BETA}/Phone`, '99')] },
        ends: 'any',
      },
    ],
  },
  {
    name: 'the value is edited while the deal is moved',
    story: [
      {
        click: movePilot,
        meanwhile: { before: 'first write', acts: [type(`Opportunities/${PILOT}/Value`, '950')] },
        ends: 'any',
      },
    ],
    shows: { [`Opportunities/${PILOT}/Value`]: '950.00' },
  },
  {
    name: 'the stage is edited between look and move',
    story: [
      type(`Opportunities/${PILOT}/Stage`, 'Negotiation'),
      { click: movePilot, ends: 'CONFLICT', conflicts: { stage: 'Negotiation' } },
    ],
    shows: { [`Opportunities/${PILOT}/Stage`]: 'Negotiation' },
  },
  {
    name: 'the status is edited between look and conversion',
    story: [
      type(`Leads/${BETA}/Status`, 'Lost'),
      { click: convertBeta, ends: 'CONFLICT', conflicts: { status: 'Lost' } },
    ],
  },
  {
    name: 'a colleague changes the same field in the sidebar first',
    story: [
      {
        click: { method: 'changeLead', input: { id: BETA, changes: { phone: '808' }, seen: { phone: '+49 30 1234' } } },
        by: 'bob@example.com',
      },
      { click: changePhone, ends: 'CONFLICT', conflicts: { phone: '808' } },
    ],
    shows: { [`Leads/${BETA}/Phone`]: '808' },
  },
  {
    name: 'a colleague changes another field in the sidebar first',
    story: [
      {
        click: { method: 'changeLead', input: { id: BETA, changes: { title: 'CTO' }, seen: { title: '' } } },
        by: 'bob@example.com',
      },
      { click: changePhone },
    ],
    shows: { [`Leads/${BETA}/Title`]: 'CTO', [`Leads/${BETA}/Phone`]: '555 12' },
  },
  {
    name: 'a colleague moves the deal first',
    story: [
      {
        click: {
          method: 'moveOpportunity',
          input: {
            id: PILOT,
            pipeline: 'Sales',
            stage: 'Closed Lost',
            seen: { pipeline: 'Sales', stage: 'Discovery' },
          },
        },
        by: 'bob@example.com',
      },
      { click: movePilot, ends: 'CONFLICT', conflicts: { stage: 'Closed Lost' } },
    ],
  },
  {
    name: 'a colleague clicks in the middle of a save and has to wait',
    story: [
      {
        click: changePhone,
        meanwhile: {
          before: 'first write',
          acts: [
            {
              do: 'colleague',
              call: {
                method: 'changeLead',
                input: { id: BETA, changes: { phone: '808' }, seen: { phone: '+49 30 1234' } },
              },
            },
          ],
        },
      },
    ],
    shows: { [`Leads/${BETA}/Phone`]: '555 12' },
  },
  {
    name: 'a sidebar that was left open over lunch saves what it saw',
    story: [
      type(`Opportunities/${RENEWAL}/Value`, '20000'),
      { do: 'wait', seconds: 3600 },
      { click: changeValue, ends: 'CONFLICT', conflicts: { value: 20_000 } },
    ],
    shows: { [`Opportunities/${RENEWAL}/Value`]: '20,000.00' },
  },
  {
    name: 'the cache is emptied between look and save',
    story: [type(`Leads/${BETA}/Email`, 'new@beta.example'), { do: 'evict' }, { click: changePhone }],
  },
  {
    name: 'a deal gets a note by hand, then is deleted in the sidebar',
    story: [type(`Opportunities/${PILOT}/Notes`, 'They hesitate'), { click: deletePilot, ends: 'any' }],
  },
  {
    name: 'a value is cleared by hand between look and save',
    story: [
      { do: 'type', at: `Opportunities/${RENEWAL}/Value`, text: '' },
      { click: changeValue, ends: 'CONFLICT', conflicts: { value: null } },
    ],
    shows: { [`Opportunities/${RENEWAL}/Value`]: '' },
  },
  {
    name: 'one value goes to many deals, one of which was changed by hand',
    story: [
      type(`Opportunities/${PILOT}/Next step`, 'Visit them'),
      {
        click: {
          method: 'changeMany',
          input: {
            kind: 'opportunity',
            field: 'nextStep',
            value: 'Call before Christmas',
            records: [
              { id: RENEWAL, seen: 'Send the offer' },
              { id: PILOT, seen: '' },
              { id: ROLLOUT, seen: '' },
            ],
          },
        },
      },
    ],
    shows: {
      [`Opportunities/${PILOT}/Next step`]: 'Visit them',
      [`Opportunities/${ROLLOUT}/Next step`]: 'Call before Christmas',
    },
  },
  {
    name: 'one value goes to many leads whose tab was sorted since',
    story: [
      { do: 'sort', tab: 'Leads', by: 'Company', descending: true },
      {
        click: {
          method: 'changeMany',
          input: {
            kind: 'lead',
            field: 'owner',
            value: 'Bob',
            records: [
              { id: ACME, seen: '' },
              { id: BETA, seen: '' },
            ],
          },
        },
      },
    ],
  },
  {
    name: 'a deal that was won is edited by hand while it is won',
    story: [
      {
        click: winRenewal,
        meanwhile: { before: 'last read', acts: [type(`Opportunities/${RENEWAL}/Notes`, 'Signed!')] },
        ends: 'any',
      },
    ],
    shows: { [`Opportunities/${RENEWAL}/Notes`]: 'Signed!' },
  },
];
