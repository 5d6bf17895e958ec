/** Letters that stay whole when accents are taken off. */
const WHOLE: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** A text as it is searched: lower case, without accents. */
export const fold = (text: string): string =>
  // Most texts are plain letters, and folding the others takes ten times as long.
  /[\u0080-\uffff]/.test(text) ? foldLetters(text) : text.toLowerCase();

const foldLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[ßæœøłđı]/g, (letter) => WHOLE[letter] ?? letter);
