import {
  type ICommandService as CommandService,
  ICommandService,
  type Injector,
  type IWorkbookData,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import { UniverDataValidationPlugin } from '@univerjs/data-validation';
import designTexts from '@univerjs/design/locale/en-US';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import docsTexts from '@univerjs/docs-ui/locale/en-US';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverRenderEnginePlugin } from '@univerjs/engine-render';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import sheetsTexts from '@univerjs/sheets/locale/en-US';
import { UniverSheetsDataValidationPlugin } from '@univerjs/sheets-data-validation';
import validationTexts from '@univerjs/sheets-data-validation/locale/en-US';
import { UniverSheetsDataValidationUIPlugin } from '@univerjs/sheets-data-validation-ui';
import validationUiTexts from '@univerjs/sheets-data-validation-ui/locale/en-US';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import formulaTexts from '@univerjs/sheets-formula/locale/en-US';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import formulaUiTexts from '@univerjs/sheets-formula-ui/locale/en-US';
import { UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import sheetsUiTexts from '@univerjs/sheets-ui/locale/en-US';
import { defaultTheme } from '@univerjs/themes';
import { UniverUIPlugin } from '@univerjs/ui';
import uiTexts from '@univerjs/ui/locale/en-US';
import { liftDarkInks } from './dark-inks';
import { inSentenceCase } from './grid-texts';

export type Grid = { readonly injector: Injector; readonly commands: CommandService; readonly workbook: Workbook };

/** Entries of Univer's menus for what the host does not do, or does from its own menus. */
const HIDDEN_ENTRIES = [
  'sheet.menu.copy-special',
  'sheet.contextMenu.text-to-number',
  'sheet.contextMenu.permission',
  'sheet.command.paste-col-width',
  'sheet.command.paste-besides-border',
  'sheet.command.insert-range-move-right-confirm',
  'sheet.command.insert-range-move-down-confirm',
  'sheet.command.delete-range-move-left-confirm',
  'sheet.command.delete-range-move-up-confirm',
  'sheet.command.add-range-protection-from-sheet-bar',
  'sheet.command.view-sheet-permission-from-sheet-bar',
  'sheet.command.change-sheet-protection-from-sheet-bar',
  'sheet.command.delete-worksheet-protection-from-sheet-bar',
  'sheet.contextMenu.data-validation',
];

/**
 * Starts Univer as a view: grid, formula bar and tabs, without its toolbar. It shows what it is given and works nothing
 * out. `guard` is called before any of its parts can listen to commands: whoever listens first decides for the others.
 */
export function startUniver(
  container: HTMLElement,
  data: Partial<IWorkbookData>,
  dark: boolean,
  guard: (commands: CommandService) => void,
): Grid {
  const univer = new Univer({
    theme: defaultTheme,
    darkMode: dark,
    locale: LocaleType.EN_US,
    logLevel: LogLevel.ERROR,
    locales: {
      [LocaleType.EN_US]: mergeLocales(
        designTexts,
        uiTexts,
        docsTexts,
        sheetsTexts,
        inSentenceCase(sheetsUiTexts),
        formulaTexts,
        formulaUiTexts,
        validationTexts,
        validationUiTexts,
      ),
    },
  });
  const injector = univer.__getInjector();
  guard(injector.get(ICommandService));
  const menu = Object.fromEntries(HIDDEN_ENTRIES.map((id) => [id, { hidden: true }]));
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin, { notExecuteFormula: true });
  univer.registerPlugin(UniverUIPlugin, { container, header: true, toolbar: false, footer: true, menu });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverSheetsPlugin, { notExecuteFormula: true });
  univer.registerPlugin(UniverSheetsUIPlugin, {
    menu,
    formulaBar: true,
    disableForceStringAlert: true,
    disableForceStringMark: true,
    clipboardConfig: { hidePasteOptions: true },
    footer: { statisticBar: true, menus: false, zoomSlider: false },
  });
  // Its editor and its hints are wanted, its calculation is kept back at the gate.
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.registerPlugin(UniverDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationUIPlugin, { showEditOnDropdown: false, showSearchOnDropdown: false });
  const workbook = univer.createUnit<Partial<IWorkbookData>, Workbook>(UniverInstanceType.UNIVER_SHEET, data);
  liftDarkInks(injector);
  return { injector, commands: injector.get(ICommandService), workbook };
}
