import { fold } from './fold';
import type { Lead } from './records';

/** By what two leads may be the same customer, the surest first. */
export type Likeness = 'email' | 'phone' | 'company' | 'domain';

/** What a lead is known by, in the form in which it is compared. '' where there is nothing to compare. */
export type LeadKeys = Readonly<Record<Likeness, string>>;

/**
 * Hosts at which anybody has an address: a shared one says nothing about the company. The largest by users, and of each country
 * that our languages are spoken in; one that is missing shows too much, never too little.
 */
const FREE_MAIL = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk hotmail.fr live.com msn.com yahoo.com yahoo.co.uk ' +
    'yahoo.fr ymail.com aol.com icloud.com me.com mac.com proton.me protonmail.com pm.me fastmail.com hey.com zoho.com ' +
    'mail.com gmx.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de posteo.de mailbox.org bluewin.ch ' +
    'orange.fr free.fr wanadoo.fr laposte.net libero.it btinternet.com comcast.net verizon.net qq.com 163.com 126.com ' +
    'naver.com mail.ru yandex.ru yandex.com'
  ).split(' '),
);

/** Legal forms at the end of a company's name, folded and without dots, and what stands between two of them. */
const LEGAL = new Set(
  (
    'inc incorporated corp corporation co company llc llp lp ltd limited plc pty pte gmbh mbh ag kg kgaa ohg gbr ug se ev eg ' +
    'sa sas sarl srl spa snc sl slu bv nv vof ab as asa aps oy oyj kk spzoo sro doo and und et y'
  ).split(' '),
);

/** “GmbH & Co. KG”, “Sp. z o.o.” and “S.p.A.” as words. */
const WRITTEN_APART: readonly (readonly [RegExp, string])[] = [
  [/\bsp z oo\b/, 'spzoo'],
  [/\bs r o\b/, 'sro'],
  [/\bd o o\b/, 'doo'],
  [/\ba s$/, 'as'],
];

/** A company’s name without case, accents, punctuation and legal form. */
export function companyKey(company: string): string {
  const plain = fold(company)
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const words = WRITTEN_APART.reduce((text, [apart, word]) => text.replace(apart, word), plain).split(' ');
  let end = words.length;
  while (end > 1 && LEGAL.has(words[end - 1]!)) end--;
  return words.slice(0, end).join(' ');
}

export const emailKey = (email: string): string => fold(email.trim());

/** Of an address, unless anybody can have one there. */
export function mailDomain(email: string): string {
  const domain = emailKey(email).split('@')[1] ?? '';
  return FREE_MAIL.has(domain) ? '' : domain;
}

/** Digits of a number: a national one without its leading zero, an international one after a `+`. An extension is left out. */
export function phoneKey(phone: string): string {
  // “+49 (0)30 …”: the zero is dialled inside the country only.
  const text = phone.replace(/\(0\)/g, '').replace(/(?:ext\.?|x|#|;).*$/i, '');
  const digits = text.replace(/\D/g, '');
  if (/^\s*\+/.test(text)) return `+${digits}`;
  return digits.startsWith('00') ? `+${digits.slice(2)}` : digits.replace(/^0/, '');
}

/** Fewer digits than these are an extension, or a number that is still being typed. */
const SHORTEST_PHONE = 7;

/** Country codes have up to three digits. Source: ITU-T E.164. */
const LONGEST_PREFIX = 3;

/** Whether two keys of numbers may ring the same telephone: one of them may lack the country. */
export function isSamePhone(a: string, b: string): boolean {
  const [full, short] = a.startsWith('+') ? [a, b] : [b, a];
  if (Math.min(a.length, b.length) < SHORTEST_PHONE) return false;
  if (short.startsWith('+') || !full.startsWith('+')) return a === b;
  return full.endsWith(short) && full.length - 1 - short.length <= LONGEST_PREFIX;
}

export const keysOf = ({ company, email, phone }: Pick<Lead, 'company' | 'email' | 'phone'>): LeadKeys => ({
  email: emailKey(email),
  phone: phoneKey(phone),
  company: company.trim() === '' ? '' : companyKey(company),
  domain: mailDomain(email),
});

/** Whether two leads are alike in this. */
export const isAlike = (by: Likeness, a: LeadKeys, b: LeadKeys): boolean =>
  a[by] !== '' && (by === 'phone' ? isSamePhone(a.phone, b.phone) : a[by] === b[by]);
