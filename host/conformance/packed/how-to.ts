import type { Scene } from '../questions/question';
import { stepText } from '../questions/step-text';
import { PROBES } from './probes';
import { SCENES } from './scenes';

/** The page that comes with the packed script, for whoever runs it. */
export const HOW_TO = `# Asking real Google

This folder is an Apps Script project. It asks Google what the offline host takes for granted.

1. Make a new spreadsheet that holds nothing of value: the script changes its locale, time zone and tabs.
2. Extensions > Apps Script. Paste Code.gs and Scenes.gs, add an HTML file called panel with the contents of panel.html,
   and put appsscript.json into the project's manifest (Project settings > Show "appsscript.json"). Or, with clasp: make
   a script bound to the spreadsheet, then \`clasp push\` from this folder.
3. Reload the spreadsheet. Conformance > Ask everything. Allow what it asks for. It writes each answer beside the
   expected one into the tab "Conformance results" and logs all of them as JSON; when time runs out, choose it again.
4. Conformance > Ask the page. The panel lists the answers about pages, and ends with them as JSON.
5. Keep the JSON of each in a file and compare: \`npm run conformance -- --compare answers.json page.json\`. Answers to
   scenes, written into a file of the same form by hand, are compared too.

## Scenes

What needs a person. For each: write its id between the quotes of \`var SCENE = ''\` at the top of Scenes.gs, save, do
the steps, then run takeNotes in the editor. Its log and what the steps told you to look at are the answer. Where a scene
names scopes, the manifest must have these and no others. A scene that is only of a published add-on cannot be played here.

${SCENES.map(sceneText).join('\n\n')}

## Probes

What nobody knows yet. Those that need no person are asked by step 3.

${PROBES.map(({ id, asks, code }) => `- **${id}**${code ? '' : ' (by hand)'} ${asks}`).join('\n')}
`;

function sceneText({ id, asks, steps, scopes, settings, expect, unsure, onlyPublished }: Scene): string {
  const notes = [
    ...(onlyPublished
      ? ['Only of a published add-on: a script bound to the file may do more. Leave it out here.']
      : []),
    ...(scopes ? [`Scopes: ${scopes.join(' ')}.`] : []),
    ...(settings ? [`Settings of the file: ${JSON.stringify(settings)}.`] : []),
    ...(unsure ? [`Unsure: ${unsure}`] : []),
  ];
  return [
    `### ${id}`,
    '',
    asks,
    '',
    ...steps.map((step, i) => `${i + 1}. ${stepText(step)}`),
    '',
    `Expected: \`${JSON.stringify(expect)}\`${notes.map((note) => `  \n${note}`).join('')}`,
  ].join('\n');
}
