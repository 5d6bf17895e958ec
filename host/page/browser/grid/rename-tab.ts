const TAB = '[data-u-comp="slide-tab-item"]';

const DOUBLE_CLICK_MS = 500;

/**
 * Renames tabs in a field of the page's own above the tab. Univer lets people edit the name in place, in nodes that React
 * takes for its own: when somebody else changes tabs meanwhile, names are mixed up or the whole bar is gone.
 */
export class RenameTab {
  private last: { readonly sheet: number; readonly seen: number } | null = null;

  constructor(
    private readonly container: HTMLElement,
    private readonly nameOf: (sheet: number) => string | undefined,
    private readonly rename: (sheet: number, name: string) => void,
    private readonly leave: () => void,
  ) {
    container.addEventListener('pointerdown', (event) => this.onPointerDown(event), true);
  }

  private onPointerDown(event: PointerEvent): void {
    const tab = (event.target as Element).closest<HTMLElement>(TAB);
    if (!tab || event.button !== 0 || !event.isTrusted) return;
    const sheet = Number(tab.dataset['id']);
    // By when it is dealt with, as Univer counts: presses may have waited for a busy page.
    const seen = performance.now();
    const again = this.last?.sheet === sheet && seen - this.last.seen < DOUBLE_CLICK_MS;
    this.last = again ? null : { sheet, seen };
    if (!again) return;
    // Otherwise the press would take the keyboard from the field at once.
    event.preventDefault();
    this.open(sheet);
  }

  open(sheet: number): true {
    const tab = this.container.querySelector<HTMLElement>(`${TAB}[data-id="${sheet}"]`);
    const name = this.nameOf(sheet);
    if (tab && name !== undefined) this.show(tab.getBoundingClientRect(), sheet, name);
    return true;
  }

  private show({ left, top, width, height }: DOMRect, sheet: number, name: string): void {
    const field = document.createElement('input');
    field.className = 'tab-name';
    field.ariaLabel = `New name of ${name}`;
    field.value = name;
    Object.assign(field.style, { left: `${left}px`, top: `${top}px`, width: `${width + 24}px`, height: `${height}px` });
    let open = true;
    const close = (keep: boolean) => {
      if (!open) return;
      open = false;
      field.remove();
      const typed = field.value.trim();
      if (keep && typed !== name) this.rename(sheet, typed);
    };
    field.addEventListener('blur', () => close(true));
    field.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      close(event.key === 'Enter');
      this.leave();
    });
    document.body.append(field);
    field.select();
  }
}
