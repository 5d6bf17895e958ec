import { ACME, BETA, DELTA, FIRST_CALL, NEW_DEAL, NEW_LEAD, NEW_NOTE, PILOT, RENEWAL } from '../file';
import type { Situation } from '../words';
import { importOf } from './clicks';

/** Nobody interferes: what any table must manage. */
export const undisturbed: readonly Situation[] = [
  {
    name: 'a phone number is changed',
    control: true,
    story: [
      {
        click: {
          method: 'changeLead',
          input: { id: BETA, changes: { phone: '555 12' }, seen: { phone: '+49 30 1234' } },
        },
      },
    ],
    shows: { [`Leads/${BETA}/Phone`]: '555 12' },
  },
  {
    name: 'the value and the close date of a deal are changed',
    control: true,
    story: [
      {
        click: {
          method: 'changeOpportunity',
          input: {
            id: RENEWAL,
            changes: { value: 13_500.5, expectedClose: '2027-01-31' },
            seen: { value: 12_000, expectedClose: '2026-12-15' },
          },
        },
      },
    ],
  },
  {
    name: 'a lead is created',
    control: true,
    story: [
      {
        click: {
          method: 'createLead',
          input: { id: NEW_LEAD, fields: { company: 'Epsilon', email: 'eve@epsilon.example' } },
        },
      },
    ],
  },
  {
    name: 'a deal is created for a lead',
    control: true,
    story: [
      {
        click: {
          method: 'createOpportunity',
          input: { id: NEW_DEAL, fields: { leadId: DELTA, title: 'Delta trial', value: 300 } },
        },
      },
    ],
  },
  {
    name: 'a deal is moved',
    control: true,
    story: [
      {
        click: {
          method: 'moveOpportunity',
          input: { id: PILOT, pipeline: 'Sales', stage: 'Proposal', seen: { pipeline: 'Sales', stage: 'Discovery' } },
        },
      },
    ],
  },
  {
    name: 'a call is logged',
    control: true,
    story: [
      {
        click: {
          method: 'logActivity',
          input: {
            id: NEW_NOTE,
            about: { kind: 'lead', id: ACME },
            type: 'Call',
            subject: 'Second call',
            details: 'Wants it',
            due: null,
          },
        },
      },
    ],
  },
  {
    name: 'two rows of a file are imported',
    control: true,
    story: [{ click: importOf(['Zeta', 'zoe@zeta.example'], ['Eta', 'ed@eta.example']) }],
  },
  {
    name: 'an activity is deleted',
    control: true,
    story: [
      {
        click: {
          method: 'deleteRecord',
          input: { kind: 'activity', id: FIRST_CALL, seen: { deals: 0, activities: 0 } },
        },
      },
    ],
  },
];
