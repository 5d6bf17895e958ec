import type { CellFormat } from '../../engine/format';
import { rectOf } from '../../engine/rect';
import { addressOf } from '../../google/a1';
import type { MenuEntry, Selection } from '../../google/context';
import type { Act } from '../../grid-acts';
import type { Entry } from './chrome/menu';
import type { BarMenu } from './chrome/menu-bar';
import type { GridView } from './grid/grid-view';
import { aboutShown, addOnMenus, addOnTitle, costsShown, freshAsked, showNotice } from './state';
import { chooseTheme, theme } from './theme';

/** What the menus do beyond the grid. */
export type MenuWishes = {
  readonly view: GridView;
  readonly act: (acts: readonly Act[]) => void;
  readonly takeBack: (kind: 'undo' | 'redo') => void;
  readonly runFromMenu: (functionName: string) => void;
  readonly renameFile: () => void;
};

const item = (label: string, choose: () => void, more: { hint?: string; ticked?: boolean } = {}): Entry => ({
  kind: 'item',
  label,
  choose,
  ...more,
});
const menu = (label: string, entries: readonly Entry[]): Entry => ({ kind: 'menu', label, entries });
const separator: Entry = { kind: 'separator' };

const mac = /Mac|iPhone|iPad/.test(navigator.platform);
const key = (letter: string): string => (mac ? `⌘${letter}` : `Ctrl+${letter}`);

/** The menus of the bar. Every entry works; what Sheets has beyond these, the host has not. */
export function barMenus(wishes: MenuWishes): BarMenu[] {
  return [
    { label: 'File', entries: () => fileEntries(wishes) },
    { label: 'Edit', entries: () => editEntries(wishes) },
    { label: 'View', entries: () => viewEntries(wishes) },
    { label: 'Insert', entries: () => insertEntries(wishes) },
    { label: 'Format', entries: () => formatEntries(wishes) },
    { label: 'Data', entries: () => dataEntries(wishes) },
    { label: 'Extensions', entries: () => extensionEntries(wishes) },
    { label: 'Help', entries: helpEntries },
    ...scriptMenus(false).map(({ caption, entries }) => ({
      label: caption,
      entries: () => addOnEntries(entries, wishes),
    })),
  ];
}

const fileEntries = ({ renameFile }: MenuWishes): Entry[] => [
  item('Rename', renameFile),
  separator,
  item('Make a fresh file…', () => {
    freshAsked.value = true;
  }),
];

function editEntries({ view, act, takeBack }: MenuWishes): Entry[] {
  const command = (id: string) => () => void view.grid.commands.executeCommand(id);
  return [
    item('Undo', () => takeBack('undo'), { hint: key('Z') }),
    item('Redo', () => takeBack('redo'), { hint: key('Y') }),
    separator,
    item('Cut', command('univer.command.cut'), { hint: key('X') }),
    item('Copy', command('univer.command.copy'), { hint: key('C') }),
    item('Paste', command('univer.command.paste'), { hint: key('V') }),
    item('Paste values only', command('sheet.command.paste-value')),
    separator,
    ...withSelection(view, (place) => [
      item('Delete values', () => act([{ kind: 'clear', place, what: 'contents' }]), { hint: 'Del' }),
      item(`Delete ${rowsOf(place)}`, () => act([{ kind: 'delete', ...lines(place, 'row') }])),
      item(`Delete ${columnsOf(place)}`, () => act([{ kind: 'delete', ...lines(place, 'column') }])),
      item('Delete this sheet', () => act([{ kind: 'delete-tab', sheet: place.sheet }])),
    ]),
  ];
}

function viewEntries({ view, act }: MenuWishes): Entry[] {
  const hidden = view.file.sheets.filter(({ properties }) => properties.hidden);
  return [
    item('Light theme', () => chooseTheme('light'), { ticked: theme.value === 'light' }),
    item('Dark theme', () => chooseTheme('dark'), { ticked: theme.value === 'dark' }),
    separator,
    ...withSelection(view, ({ sheet, rect }) => {
      const { frozenRows, frozenColumns, gridlinesHidden } = view.file.sheet(sheet)!.properties;
      const freeze = (properties: object) => () => act([{ kind: 'tab', sheet, properties }]);
      const rows = rect.row + rect.rows;
      const columns = rect.column + rect.columns;
      return [
        menu('Freeze', [
          item('No rows', freeze({ frozenRows: 0 }), { ticked: frozenRows === 0 }),
          item('1 row', freeze({ frozenRows: 1 }), { ticked: frozenRows === 1 }),
          item(`Up to row ${rows}`, freeze({ frozenRows: rows }), { ticked: frozenRows > 1 && frozenRows === rows }),
          separator,
          item('No columns', freeze({ frozenColumns: 0 }), { ticked: frozenColumns === 0 }),
          item('1 column', freeze({ frozenColumns: 1 }), { ticked: frozenColumns === 1 }),
          item(`Up to column ${letter(columns - 1)}`, freeze({ frozenColumns: columns }), {
            ticked: frozenColumns > 1 && frozenColumns === columns,
          }),
        ]),
        item('Gridlines', freeze({ gridlinesHidden: !gridlinesHidden }), { ticked: !gridlinesHidden }),
      ];
    }),
    ...(hidden.length === 0
      ? []
      : [
          menu(
            'Hidden sheets',
            hidden.map(({ id, name }) =>
              item(`Show ${name}`, () => {
                act([{ kind: 'tab', sheet: id, properties: { hidden: false } }]);
              }),
            ),
          ),
        ]),
  ];
}

const insertEntries = ({ view, act }: MenuWishes): Entry[] => [
  ...withSelection(view, (place) => {
    const { rect } = place;
    const insert = (axis: 'row' | 'column', after: boolean) => () => {
      const { at, count, ...where } = lines(place, axis);
      act([{ kind: 'insert', ...where, at: after ? at + count : at, count, like: after ? 'before' : 'after' }]);
    };
    const rows = rect.rows === 1 ? 'Row' : `${rect.rows} rows`;
    const columns = rect.columns === 1 ? 'Column' : `${rect.columns} columns`;
    return [
      item(`${rows} above`, insert('row', false)),
      item(`${rows} below`, insert('row', true)),
      separator,
      item(`${columns} left`, insert('column', false)),
      item(`${columns} right`, insert('column', true)),
      separator,
    ];
  }),
  item('Sheet', () => void view.insertTab()),
];

const NUMBER_FORMATS: readonly (readonly [label: string, format: string | null])[] = [
  ['Automatic', null],
  ['Plain text', '@'],
  ['Number', '#,##0.00'],
  ['Percent', '0.00%'],
  ['Currency', '$#,##0.00'],
  ['Date', 'm/d/yyyy'],
  ['Date and time', 'm/d/yyyy h:mm:ss'],
];

function formatEntries({ view, act }: MenuWishes): Entry[] {
  return withSelection(view, (place) => {
    const { rect } = place;
    const { grid } = view.file.sheet(place.sheet)!;
    const now: CellFormat = view.file.formats.get(grid.format(rect.row, rect.column));
    const toggle = (name: 'bold' | 'italic' | 'strike') => () =>
      act([{ kind: 'format', place, patch: { [name]: now[name] ? null : true } }]);
    return [
      menu(
        'Number',
        NUMBER_FORMATS.map(([label, numberFormat]) =>
          item(label, () => act([{ kind: 'format', place, patch: { numberFormat } }]), {
            ticked: (now.numberFormat ?? null) === numberFormat,
          }),
        ),
      ),
      separator,
      item('Bold', toggle('bold'), { hint: key('B'), ticked: now.bold === true }),
      item('Italic', toggle('italic'), { hint: key('I'), ticked: now.italic === true }),
      item('Strikethrough', toggle('strike'), { ticked: now.strike === true }),
      separator,
      item('Wrap text', () => act([{ kind: 'format', place, patch: { wrap: now.wrap === 'wrap' ? null : 'wrap' } }]), {
        ticked: now.wrap === 'wrap',
      }),
      item('Clear formatting', () => act([{ kind: 'clear', place, what: 'formats' }])),
    ];
  });
}

function dataEntries({ view, act }: MenuWishes): Entry[] {
  return withSelection(view, ({ sheet, rect }) => {
    const sort = (label: string, ascending: boolean, block: Selection['rect'] | null) =>
      item(label, () => act([{ kind: 'sort', sheet, rect: block, column: rect.column, ascending }]));
    const column = letter(rect.column);
    const block = rect.rows > 1 && rect.rows < view.file.sheet(sheet)!.grid.height;
    return [
      sort(`Sort sheet by column ${column} (A to Z)`, true, null),
      sort(`Sort sheet by column ${column} (Z to A)`, false, null),
      ...(block
        ? [
            separator,
            sort(`Sort range by column ${column} (A to Z)`, true, rect),
            sort(`Sort range by column ${column} (Z to A)`, false, rect),
          ]
        : []),
    ];
  });
}

function extensionEntries(wishes: MenuWishes): Entry[] {
  const [own] = scriptMenus(true);
  if (own) return [menu(addOnTitle.value, addOnEntries(own.entries, wishes))];
  return [{ kind: 'note', label: 'The add-on has made no menu here.' }];
}

const scriptMenus = (addon: boolean) =>
  addOnMenus.value.flatMap((entry) => (entry.kind === 'menu' && entry.addon === addon ? [entry] : []));

const addOnEntries = (entries: readonly MenuEntry[], wishes: MenuWishes): Entry[] =>
  entries.map((entry): Entry => {
    if (entry.kind === 'separator') return separator;
    if (entry.kind === 'help')
      return item('Help', () => showNotice('In Sheets this opens what the Marketplace says about the add-on.'));
    if (entry.kind === 'menu') return menu(entry.caption, addOnEntries(entry.entries, wishes));
    return item(entry.caption, () => wishes.runFromMenu(entry.functionName));
  });

const helpEntries = (): Entry[] => [
  item('About the offline host', () => {
    aboutShown.value = true;
  }),
  item(
    'Show what runs cost',
    () => {
      costsShown.value = !costsShown.value;
    },
    { ticked: costsShown.value },
  ),
];

// What is selected

const withSelection = (view: GridView, make: (selection: Selection) => Entry[]): Entry[] => {
  const selection = view.selecting.current;
  return selection && view.file.sheet(selection.sheet) ? make(selection) : [];
};

const lines = ({ sheet, rect }: Selection, axis: 'row' | 'column') =>
  axis === 'row'
    ? ({ sheet, axis, at: rect.row, count: rect.rows } as const)
    : ({ sheet, axis, at: rect.column, count: rect.columns } as const);

const rowsOf = ({ rect }: Selection): string =>
  rect.rows === 1 ? `row ${rect.row + 1}` : `rows ${rect.row + 1}–${rect.row + rect.rows}`;

const columnsOf = ({ rect }: Selection): string =>
  rect.columns === 1
    ? `column ${letter(rect.column)}`
    : `columns ${letter(rect.column)}–${letter(rect.column + rect.columns - 1)}`;

const letter = (column: number): string => addressOf(rectOf(0, column)).replace(/\d+$/, '');
