import type { Scene } from './question';

/** What showing a panel does to the script that shows it. */
export const panels: readonly Scene[] = [
  {
    id: 'html-service/sidebar-returns-at-once',
    asks: 'Does the script go on while its sidebar and then its dialog are shown?',
    addOn: {
      show() {
        const ui = SpreadsheetApp.getUi();
        ui.showSidebar(HtmlService.createHtmlOutput('<p>side</p>').setTitle('Conformance'));
        note('after the sidebar');
        ui.showModelessDialog(HtmlService.createHtmlOutput('<p>dialog</p>'), 'Conformance');
        note('after the dialog');
      },
    },
    steps: [{ do: 'run', name: 'show' }],
    expect: ['after the sidebar', 'after the dialog'],
    source: 'reference "Ui.showSidebar": does not suspend the script',
  },
];
