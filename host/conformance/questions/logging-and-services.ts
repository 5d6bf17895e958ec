import type { ScriptQuestion } from './question';

/** What scripts log, and which services are there at all. */
export const loggingAndServices: readonly ScriptQuestion[] = [
  {
    id: 'services/log-is-kept',
    asks: 'Does Logger keep what this execution logged?',
    code: () => {
      Logger.clear();
      Logger.log('%s of %s', 'one', 'two');
      return Logger.getLog().includes('one of two');
    },
    expect: true,
    source: 'reference "Logger.getLog"',
  },
  {
    id: 'services/log-is-cleared',
    asks: 'Does clear empty the log?',
    code: () => {
      Logger.log('something');
      Logger.clear();
      return Logger.getLog();
    },
    expect: '',
    source: 'reference "Logger.clear"',
  },
  {
    id: 'services/log-chains',
    asks: 'Can calls of log be chained?',
    code: () => {
      Logger.clear();
      return Logger.log('first').log('second').getLog().split('\n').length > 1;
    },
    expect: true,
    source: 'reference "Logger.log": returns the Logger, for chaining',
  },
  {
    id: 'services/lines-of-the-log',
    asks: 'How does a line of the log begin?',
    code: () => {
      Logger.clear();
      Logger.log('x');
      return /^\w{3} \w{3} \d\d \d\d:\d\d:\d\d \S+ \d{4} INFO: x\n$/.test(Logger.getLog());
    },
    expect: true,
    source: 'logs in public threads',
    unsure: 'The reference does not say.',
  },
  {
    id: 'services/names',
    asks: 'Which of Google’s services are missing?',
    code: () =>
      'CalendarApp CardService ContentService DocumentApp DriveApp FormApp GmailApp Jdbc LanguageApp MailApp Maps MimeType SlidesApp UrlFetchApp XmlService'
        .split(' ')
        .filter((name) => !(name in globalThis)),
    expect: [],
    source: 'reference: the list of services',
  },
  {
    id: 'services/xml',
    asks: 'Does XmlService read XML?',
    code: () => XmlService.parse('<a>text</a>').getRootElement()!.getText(),
    expect: 'text',
    source: 'reference "XmlService.parse"',
  },
  {
    id: 'services/mime-types',
    asks: 'What is a value of MimeType?',
    code: () => String(MimeType.CSV),
    expect: 'text/csv',
    source: 'reference "MimeType"',
  },
];
