import {
  DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY,
  FOCUSING_FX_BAR_EDITOR,
  IContextService,
  type Injector,
} from '@univerjs/core';
import { IEditorService } from '@univerjs/docs-ui';

/** How long Univer's own focusing takes. */
const SETTLED_MS = 60;

/**
 * A quick tap on the formula bar opens it, and then the keyboard goes to the cell, where the typed text is lost. The bar
 * gets the keyboard that it believes to have.
 */
export function keepFormulaBarFocused(container: HTMLElement, injector: Injector): void {
  container.addEventListener('pointerup', ({ target }) => {
    if (!(target as Element).closest('[data-u-comp="formula-bar"]')) return;
    setTimeout(() => {
      const inBar = injector.get(IContextService).getContextValue(FOCUSING_FX_BAR_EDITOR);
      const hasKeyboard = document.activeElement?.id.endsWith(DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY);
      if (inBar && !hasKeyboard) injector.get(IEditorService).getEditor(DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY)?.focus();
    }, SETTLED_MS);
  });
}
