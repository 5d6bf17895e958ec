import type { FormatPatch, FormatTable } from '../engine/format';
import type { Block } from '../engine/values';

/** true draws a line, false takes it away, null leaves it alone. Source: reference "Range.setBorder". */
type Wanted = Readonly<Record<'top' | 'left' | 'bottom' | 'right' | 'vertical' | 'horizontal', boolean | null>>;

/** The formats of a block after lines were drawn around it and between its cells. */
export function borderEdits(table: FormatTable, formats: Block<number>, wanted: Wanted, line: string): Block<number> {
  const side = (key: 'borderTop' | 'borderLeft' | 'borderBottom' | 'borderRight', draw: boolean | null): FormatPatch =>
    draw === null || draw === undefined ? {} : { [key]: draw ? line : undefined };
  const lastRow = formats.length - 1;
  return formats.map((row, r) =>
    row.map((format, c) =>
      table.patcher({
        ...side('borderTop', r === 0 ? wanted.top : wanted.horizontal),
        ...side('borderBottom', r === lastRow ? wanted.bottom : wanted.horizontal),
        ...side('borderLeft', c === 0 ? wanted.left : wanted.vertical),
        ...side('borderRight', c === row.length - 1 ? wanted.right : wanted.vertical),
      })(format),
    ),
  );
}
