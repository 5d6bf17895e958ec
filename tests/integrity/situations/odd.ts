import { ACME, BETA, DELTA, NEW_DEAL, NEW_LEAD, PILOT, RENEWAL } from '../file';
import type { AnyCall, Situation } from '../words';
import { changePhone, changeValue, createDeal, createLead, importOf, movePilot, winRenewal } from './clicks';

const type = (at: string, text: string) => ({ do: 'type', at, text }) as const;

const changeNotes = (id: string, notes: string, seen: string): AnyCall => ({
  method: 'changeLead',
  input: { id, changes: { notes }, seen: { notes: seen } },
});

/** Values that a column cannot read, texts that look like something else, formulas in the way. */
export const odd: readonly Situation[] = [
  {
    name: 'Value holds a text, and the deal is moved',
    given: [type(`Opportunities/${PILOT}/Value`, 'about 5k')],
    story: [{ click: movePilot }],
    shows: { [`Opportunities/${PILOT}/Value`]: 'about 5k' },
  },
  {
    name: 'Value holds a text, and is overwritten by who did not see it',
    given: [type(`Opportunities/${RENEWAL}/Value`, 'about 5k')],
    story: [{ click: changeValue, ends: 'CONFLICT', conflicts: { value: 'about 5k' } }],
  },
  {
    name: 'a status is typed that no list knows, and the phone is changed',
    given: [type(`Leads/${BETA}/Status`, 'Waiting for budget')],
    story: [{ click: changePhone }],
    shows: { [`Leads/${BETA}/Status`]: 'Waiting for budget' },
  },
  {
    name: 'a German date is typed into a US file, and the value is changed',
    given: [type(`Opportunities/${RENEWAL}/Expected close`, '15.01.2026')],
    story: [{ click: changeValue }],
    shows: { [`Opportunities/${RENEWAL}/Expected close`]: '15.01.2026' },
  },
  {
    name: 'a score of 150 and a created date typed as text survive a save',
    given: [type(`Leads/${BETA}/Score`, '150'), type(`Leads/${BETA}/Created at`, 'last spring')],
    story: [{ click: changePhone }],
    shows: { [`Leads/${BETA}/Score`]: '150', [`Leads/${BETA}/Created at`]: 'last spring' },
  },
  {
    name: 'a source and a size of somebody’s own survive a save',
    given: [type(`Leads/${DELTA}/Source`, 'Podcast'), type(`Leads/${DELTA}/Company size`, '7 or 8')],
    story: [{ click: { method: 'changeLead', input: { id: DELTA, changes: { phone: '1' }, seen: { phone: '' } } } }],
    shows: { [`Leads/${DELTA}/Source`]: 'Podcast', [`Leads/${DELTA}/Company size`]: '7 or 8' },
  },
  {
    name: 'a company size of 1-10 stays a text through every save',
    story: [
      {
        click: {
          method: 'changeLead',
          input: { id: ACME, changes: { companySize: '1-10' }, seen: { companySize: '11-50' } },
        },
      },
      {
        click: {
          method: 'changeLead',
          input: { id: ACME, changes: { contact: 'Al Lee' }, seen: { contact: 'Ann Lee' } },
        },
      },
    ],
    shows: { [`Leads/${ACME}/Company size`]: '1-10' },
  },
  {
    name: 'a stage of somebody’s own in the grid survives a change of the deal',
    given: [type(`Opportunities/${RENEWAL}/Stage`, 'On ice')],
    story: [{ click: changeValue }],
    shows: { [`Opportunities/${RENEWAL}/Stage`]: 'On ice' },
  },
  {
    name: 'texts that start as formulas do stay texts',
    story: [
      { click: changeNotes(ACME, '=1+1', 'Met at the fair') },
      { click: changeNotes(ACME, '+41 44 123', '=1+1') },
      { click: changeNotes(ACME, '-5 degrees', '+41 44 123') },
      { click: changeNotes(ACME, '@home', '-5 degrees') },
      { click: changeNotes(ACME, '\ttab first', '@home') },
    ],
  },
  {
    name: 'texts that look like numbers, days and truths stay texts',
    story: [
      { click: changeNotes(ACME, '007', 'Met at the fair') },
      { click: changeNotes(ACME, '1-10', '007') },
      { click: changeNotes(ACME, 'TRUE', '1-10') },
      { click: changeNotes(ACME, '3/4', 'TRUE') },
      { click: changeNotes(ACME, '1e5', '3/4') },
      { click: changeNotes(ACME, "'quoted", '1e5') },
    ],
  },
  {
    name: 'a lead whose every text is dangerous is created',
    story: [
      {
        click: {
          method: 'createLead',
          input: {
            id: NEW_LEAD,
            fields: {
              company: '=HYPERLINK("x")',
              contact: '+Ann',
              phone: '00491234',
              title: 'TRUE',
              industry: '1-10',
              notes: '@me',
            },
          },
        },
      },
    ],
  },
  {
    name: 'dangerous texts are imported',
    story: [
      {
        click: importOf(
          ['=SUM(A1)', 'a@x.example', '-1'],
          ['007', 'b@x.example', '1-10'],
          ['TRUE', 'c@x.example', '=1+1'],
        ),
      },
    ],
  },
  {
    name: 'a text of 40,000 characters is saved and survives another save',
    story: [
      { click: changeNotes(ACME, 'long '.repeat(8_000).trim(), 'Met at the fair') },
      { click: { method: 'changeLead', input: { id: ACME, changes: { phone: '1' }, seen: { phone: '0042' } } } },
    ],
  },
  {
    name: 'Value holds a formula, and another field is changed',
    given: [type(`Opportunities/${RENEWAL}/Value`, '=1000*12')],
    story: [
      {
        click: {
          method: 'changeOpportunity',
          input: { id: RENEWAL, changes: { nextStep: 'Call' }, seen: { nextStep: 'Send the offer' } },
        },
      },
      { click: winRenewal },
    ],
  },
  {
    name: 'Value holds a formula, and the value is changed',
    given: [type(`Opportunities/${RENEWAL}/Value`, '=1000*12')],
    story: [{ click: changeValue, ends: 'INVALID' }],
  },
  {
    name: 'formulas, and texts that look like them, stand in a lead',
    given: [
      type(`Leads/${BETA}/Title`, '=UPPER("cto")'),
      type(`Leads/${BETA}/Score`, '=LEN(B3)*10'),
      type(`Leads/${BETA}/Website`, '="https://"&LOWER(B3)&".example"'),
    ],
    story: [{ click: changePhone }],
  },
  {
    name: 'the file is German: numbers and days stay what they are',
    locale: 'de_DE',
    story: [
      { click: changeValue },
      {
        click: { method: 'changeOpportunity', input: { id: PILOT, changes: { value: 1234.56 }, seen: { value: 800 } } },
      },
      { click: createDeal },
      { click: movePilot },
    ],
  },
  {
    name: 'the file is Turkish: texts with dotted and dotless i, decimals with a comma',
    locale: 'tr_TR',
    story: [
      {
        click: {
          method: 'changeOpportunity',
          input: {
            id: PILOT,
            changes: { value: 99.9, title: 'İstanbul ılık' },
            seen: { value: 800, title: 'Beta pilot' },
          },
        },
      },
      { click: createLead },
      { click: changePhone },
    ],
  },
  {
    name: 'probabilities stay percents through every save',
    story: [
      {
        click: {
          method: 'changeOpportunity',
          input: { id: PILOT, changes: { probability: 0.45 }, seen: { probability: 0.3 } },
        },
      },
      {
        click: {
          method: 'changeOpportunity',
          input: { id: PILOT, changes: { nextStep: 'Visit' }, seen: { nextStep: '' } },
        },
      },
    ],
    shows: { [`Opportunities/${PILOT}/Probability`]: '45%' },
  },
  {
    name: 'a half cent is kept',
    story: [
      { click: { method: 'changeOpportunity', input: { id: PILOT, changes: { value: 0.125 }, seen: { value: 800 } } } },
      {
        click: {
          method: 'changeOpportunity',
          input: { id: PILOT, changes: { nextStep: 'Visit' }, seen: { nextStep: '' } },
        },
      },
    ],
  },
  {
    name: 'what is refused by a rule writes nothing',
    story: [
      { click: { method: 'createLead', input: { id: NEW_LEAD, fields: { phone: '1' } } }, ends: 'INVALID' },
      {
        click: { method: 'createOpportunity', input: { id: NEW_DEAL, fields: { title: 'x', stage: 'Nowhere' } } },
        ends: ['INVALID', 'NOT_FOUND'],
      },
    ],
  },
];
