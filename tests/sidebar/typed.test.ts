import { formatsFor, languageTag } from '../../sidebar/data/formats';
import { subjectAndDetails } from '../../sidebar/data/log-actions';
import { readTyped, shownText, typedText } from '../../sidebar/data/typed';
import { t } from '../../sidebar/texts/text';
import { leadFields, opportunityFields } from '../../src/domain/fields';

const american = formatsFor('en_US', 'USD', 'America/New_York');
const german = formatsFor('de_DE', 'EUR', 'Europe/Berlin');

const money = (text: string, formats = american) => readTyped('value', opportunityFields.value, text, formats);

describe('what is typed into a field', () => {
  it('is money as the file writes it', () => {
    expect(money('12,500.50')).toEqual({ ok: true, value: 12500.5 });
    expect(money('12.500,50', german)).toEqual({ ok: true, value: 12500.5 });
    expect(money('€ 1.500', german)).toEqual({ ok: true, value: 1500 });
    expect(money('')).toEqual({ ok: true, value: null });
  });

  it('is twelve and a half where somebody types 12.50 into a German file', () => {
    expect(money('12.50', german)).toEqual({ ok: true, value: 12.5 });
  });

  it('is refused with a reason where it is no number', () => {
    expect(money('a lot')).toEqual({ ok: false, error: '“a lot” is no number.' });
  });

  it('is percent, with or without the sign', () => {
    const percent = (text: string) => readTyped('probability', opportunityFields.probability, text, american);
    expect(percent('75')).toEqual({ ok: true, value: 0.75 });
    expect(percent('75%')).toEqual({ ok: true, value: 0.75 });
    expect(typedText(opportunityFields.probability, 0.07, american)).toBe('7');
    expect(typedText(opportunityFields.probability, 0.125, german)).toBe('12,5');
  });

  it('is a list of tags, each once', () => {
    expect(readTyped('tags', leadFields.tags, ' vip, nordics ,, vip', american)).toEqual({
      ok: true,
      value: ['vip', 'nordics'],
    });
  });

  it('is a currency in capitals', () => {
    expect(readTyped('currency', opportunityFields.currency, 'eur', american)).toEqual({ ok: true, value: 'EUR' });
  });
});

describe('what a field shows', () => {
  const shown = (value: unknown, currency: string, formats = american) =>
    shownText(opportunityFields.value, value, formats, currency, '2026-11-22');

  it('is money in the currency of the deal and the manner of the file', () => {
    expect(shown(12000, 'EUR')).toBe('€12,000');
    expect(shown(12000.5, '')).toBe('$12,000.50');
    expect(shown(12000.5, 'EUR', german)).toBe('12.000,50\u00a0€');
  });

  it('still shows the amount where the currency is none', () => {
    expect(shown(5, 'euros')).toBe('5 euros');
  });

  it('is a day that does not shift with the time zone', () => {
    expect(shownText(opportunityFields.expectedClose, '2026-03-01', american, '', '2026-11-22')).toBe('Mar 1, 2026');
  });

  it('goes by English where the locale of the file is not known', () => {
    expect(languageTag('pt_BR')).toBe('pt-BR');
    expect(languageTag('what is this')).toBe('en');
  });
});

describe('texts', () => {
  it('fill in names and choose the form for the number', () => {
    expect(t('typed.noNumber', { text: 'x' })).toBe('“x” is no number.');
    expect(t('failure.timeout', { seconds: 30 })).toContain('30 seconds');
    // @ts-expect-error: the text asks for a name that is not given
    expect(() => t('typed.noDay')).not.toThrow();
  });
});

describe('the text of a logged activity', () => {
  it('has its subject in the first line', () => {
    expect(subjectAndDetails('Called Ingrid\n\nShe wants two sites.')).toEqual({
      subject: 'Called Ingrid',
      details: 'She wants two sites.',
    });
  });

  it('loses nothing of a long first line', () => {
    const text = 'word '.repeat(100).trim();
    const { subject, details } = subjectAndDetails(text);
    expect(subject).toHaveLength(200);
    expect(details).toBe(text);
  });
});
