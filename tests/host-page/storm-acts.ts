import type { OpenPage } from '../browser/open-page';

export type Storm = {
  readonly page: OpenPage;
  /** A whole number below a limit. */
  readonly random: (below: number) => number;
  /** What was done, for whoever has to find out why it went wrong. */
  readonly done: string[];
};

type Act = (storm: Storm) => Promise<void>;

const ROWS = 14;
const COLUMNS = 6;
const TEXTS = ['Acme', '12.5', '=SUM(B2:B9)', '=A2&"!"', "'007", '3/4/2027', 'TRUE', '15%', '', 'two words', '=C3'];

const one = <T>({ random }: Storm, items: readonly T[]): T => items[random(items.length)]!;

const cell = (storm: Storm): string => 'ABCDEF'[storm.random(COLUMNS)]! + (2 + storm.random(ROWS - 1));

const note = (storm: Storm, text: string): void => void storm.done.push(text);

/** What a person does with mouse and keyboard, without waiting for what comes of it. */
const byHand: readonly Act[] = [
  async (storm) => {
    const [place, text] = [cell(storm), one(storm, TEXTS)];
    note(storm, `type ${text} into ${place}`);
    await storm.page.type(place, text, { wait: false });
  },
  async (storm) => {
    const [from, to] = [cell(storm), cell(storm)];
    note(storm, `copy ${from} to ${to}`);
    await storm.page.click(from);
    await storm.page.page.keyboard.press('Control+c');
    await storm.page.click(to);
    await storm.page.page.keyboard.press('Control+v');
  },
  async (storm) => {
    const [place, key] = [cell(storm), one(storm, ['Delete', 'Control+b', 'Control+i'])];
    note(storm, `${key} on ${place}`);
    await storm.page.click(place);
    await storm.page.page.keyboard.press(key);
  },
  async (storm) => {
    const key = one(storm, ['Control+z', 'Control+z', 'Control+y']);
    note(storm, key);
    await storm.page.page.keyboard.press(key);
  },
  async (storm) => {
    const [place, entry] = [
      cell(storm),
      one(storm, [
        ['Insert', 'Row above'],
        ['Insert', 'Column left'],
        ['Edit', 'Delete row'],
        ['Data', 'Sort sheet by column'],
        ['Format', 'Number', 'Percent'],
        ['Format', 'Clear formatting'],
        ['View', 'Freeze', '1 row'],
      ]),
    ];
    note(storm, `${entry.join(' > ')} at ${place}`);
    await storm.page.click(place);
    await storm.page.menu(...entry);
  },
  async (storm) => {
    const row = 2 + storm.random(6);
    const below = row + 1 + storm.random(5);
    note(storm, `drag row ${row} below row ${below}`);
    await storm.page.dragRow(row, below);
  },
  async (storm) => {
    const count = storm.page.file.sheets.length;
    if (count >= 5) return;
    note(storm, 'Insert > Sheet');
    await storm.page.menu('Insert', 'Sheet');
  },
  async (storm) => {
    const name = `Tab ${storm.done.length}`;
    note(storm, `rename the tab in front to ${name}`);
    await storm.page.page.getByRole('tab', { selected: true }).dblclick();
    await storm.page.page.keyboard.type(name);
    await storm.page.page.keyboard.press('Enter');
  },
  async (storm) => {
    if (storm.page.file.sheets.length < 4) return;
    note(storm, 'Edit > Delete this sheet');
    await storm.page.menu('Edit', 'Delete this sheet');
  },
  async (storm) => {
    const tabs = storm.page.page.getByRole('tab');
    const index = storm.random((await tabs.count()) || 1);
    note(storm, `to tab ${index}`);
    await tabs.nth(index).click();
  },
];

/** What another person does, in code. */
const byAnother: readonly Act[] = [
  async (storm) => {
    const { person } = storm.page.host;
    const tab = one(storm, storm.page.file.sheets).name;
    const [from, to] = [2 + storm.random(ROWS), 2 + storm.random(ROWS)];
    note(storm, `another: rows, columns of ${tab} at ${from}, ${to}`);
    switch (storm.random(6)) {
      case 0:
        return person.insertRows(tab, from, 1 + storm.random(2));
      case 1:
        return person.deleteRows(tab, from);
      case 2:
        return person.moveRows(tab, from, 1, to === from + 1 ? to + 1 : to === from ? to + 2 : to);
      case 3:
        return person.insertColumns(tab, 1 + (from % COLUMNS));
      case 4:
        return person.moveColumns(tab, 1, 1, 4);
      default:
        person.undo();
    }
  },
];

/** What scripts write, at once. */
const byScript: readonly Act[] = [
  async (storm) => {
    const { host } = storm.page;
    const tab = storm.random(5);
    const [row, column] = [2 + storm.random(ROWS), 1 + storm.random(COLUMNS)];
    const [name, ...args] = one<[string, ...unknown[]]>(storm, [
      [
        'put',
        tab,
        row,
        column,
        [
          ['a', row],
          ['=B2*2', column],
        ],
      ],
      ['append', tab, ['appended', row, true]],
      ['formula', tab, row, column, `=SUM(B2:B${row})`],
      ['paint', tab, row, column, one(storm, ['#ffeecc', '#cceeff'])],
      ['insertRow', tab, row],
      ['deleteRow', tab, row],
      ['insertColumn', tab, column],
      ['move', tab, row, row + 3],
      ['sort', tab, column],
      ['newTab', one(storm, ['Notes', 'Log'])],
      ['rename', tab, one(storm, ['Leads', 'Customers', 'Won'])],
      ['erase', tab, row, column],
    ]);
    note(storm, `${name}(${JSON.stringify(args)})`);
    host.call(name, ...args);
  },
];

/** By hand as often as by all others together. */
export const SEAS: readonly Act[] = [...byHand, ...byHand, ...byAnother, ...byAnother, ...Array(8).fill(byScript[0])];
