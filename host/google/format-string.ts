import { fail } from './errors';

const SPEC = /%(?:(\d+)\$)?([-+ 0#,]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g;

/** `sprintf`. Source: reference "Utilities.formatString". */
export function formatString(template: string, args: readonly unknown[]): string {
  let next = 0;
  return template.replace(SPEC, (_, position, flags: string, width = '0', precision, kind: string) => {
    if (kind === '%') return '%';
    if (kind === 'n') return '\n';
    const index = position === undefined ? next++ : Number(position) - 1;
    if (index >= args.length) fail(`Format specifier '%${kind}'`);
    const text = converted(kind, args[index], precision === undefined ? null : Number(precision), flags);
    if (flags.includes('-')) return text.padEnd(Number(width));
    if (!flags.includes('0') || !/[dfeEgxXo]/.test(kind)) return text.padStart(Number(width));
    const sign = /^[-+ ]/.exec(text)?.[0] ?? '';
    return sign + text.slice(sign.length).padStart(Number(width) - sign.length, '0');
  });
}

function converted(kind: string, value: unknown, precision: number | null, flags: string): string {
  const number = Number(value);
  const signedText = (text: string) =>
    number < 0 || Object.is(number, -0)
      ? `-${text}`
      : flags.includes('+')
        ? `+${text}`
        : flags.includes(' ')
          ? ` ${text}`
          : text;
  const grouped = (text: string) => (flags.includes(',') ? text.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : text);
  switch (kind) {
    case 's':
    case 'S': {
      const text = precision === null ? String(value) : String(value).slice(0, precision);
      return kind === 'S' ? text.toUpperCase() : text;
    }
    case 'd':
    case 'i':
      return signedText(grouped(String(Math.abs(Math.trunc(number)))));
    case 'f':
      return signedText(grouped(Math.abs(number).toFixed(precision ?? 6)));
    case 'e':
    case 'E': {
      const text = Math.abs(number)
        .toExponential(precision ?? 6)
        .replace(/([+-])(\d)$/, '$10$2');
      return signedText(kind === 'E' ? text.toUpperCase() : text);
    }
    case 'g':
      return signedText(String(Number(Math.abs(number).toPrecision(precision || 6))));
    case 'x':
      return Math.trunc(number).toString(16);
    case 'X':
      return Math.trunc(number).toString(16).toUpperCase();
    case 'o':
      return Math.trunc(number).toString(8);
    case 'c':
      return typeof value === 'number' ? String.fromCodePoint(value) : String(value).slice(0, 1);
    case 'b':
      return value === null || value === undefined || value === false ? 'false' : 'true';
    default:
      return fail(`Unknown format conversion '%${kind}'`);
  }
}
