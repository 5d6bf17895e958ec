import type { Context, MenuEntry } from './context';

/** `SpreadsheetApp.Menu`. The add-on's own menu stands under Extensions with the add-on's name. */
export class Menu {
  private readonly entries: MenuEntry[] = [];

  constructor(
    private readonly context: Context,
    private readonly caption: string,
    private readonly addon: boolean,
  ) {}

  /** Whether the function exists shows when somebody chooses the entry. */
  addItem(caption: string, functionName: string): this {
    this.entries.push({ kind: 'item', caption, functionName });
    return this;
  }
  addSeparator(): this {
    this.entries.push({ kind: 'separator' });
    return this;
  }
  addSubMenu(menu: Menu): this {
    this.entries.push(menu.entry());
    return this;
  }
  addToUi(): void {
    this.context.screen.setMenu(this.entry());
  }
  private entry(): MenuEntry {
    return { kind: 'menu', caption: this.caption, addon: this.addon, entries: this.entries };
  }
}

export type ListedItem = { readonly name: unknown; readonly functionName: unknown };

/** `Spreadsheet.addMenu(name, [{ name, functionName }, null, …])`, where null is a separator. */
export function listedMenu(context: Context, caption: string, items: readonly (ListedItem | null)[]): Menu {
  const menu = new Menu(context, caption, false);
  for (const item of items) {
    if (item === null) menu.addSeparator();
    else menu.addItem(String(item.name), String(item.functionName));
  }
  return menu;
}

/**
 * An add-on's menu as people see it: Google puts Help at its end, and an add-on whose `onOpen` failed has nothing else.
 * Source: guide "Editor add-on authorization".
 */
export function withHelp(menu: MenuEntry | null): Extract<MenuEntry, { kind: 'menu' }> {
  const { caption, entries } = menu?.kind === 'menu' ? menu : { caption: '', entries: [] };
  return { kind: 'menu', caption, addon: true, entries: [...entries, { kind: 'help' }] };
}
