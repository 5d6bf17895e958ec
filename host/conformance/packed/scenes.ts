/** Scenes.gs of the packed script: the add-on of the scene that is played, and the menu where none is. */
import { authModes } from '../questions/auth-modes';
import { customFunctions } from '../questions/custom-functions';
import { events } from '../questions/events';
import { installedTriggers } from '../questions/installed-triggers';
import { otherFiles } from '../questions/other-files';
import { panels } from '../questions/panels';
import { scopes } from '../questions/scopes';
import { storesBetweenRuns } from '../questions/stores-between-runs';

declare global {
  /** Written at the top of Scenes.gs by whoever plays a scene: its id, or nothing. */
  const SCENE: string;
}

export const SCENES = [
  ...events,
  ...installedTriggers,
  ...authModes,
  ...scopes,
  ...panels,
  ...storesBetweenRuns,
  ...customFunctions,
  ...otherFiles,
];

const NOTES = 'conformance-notes';
const scene = SCENES.find(({ id }) => id === SCENE);

globalThis.note = (value) => {
  const store = PropertiesService.getDocumentProperties();
  const notes = JSON.parse(store.getProperty(NOTES) ?? '[]') as unknown[];
  store.setProperty(NOTES, JSON.stringify([...notes, value ?? null]));
};

/** What the scene noted so far, as JSON text; the next notes begin anew. */
export function takeNotes(): string {
  const store = PropertiesService.getDocumentProperties();
  const notes = store.getProperty(NOTES) ?? '[]';
  store.deleteProperty(NOTES);
  Logger.log(notes);
  return notes;
}

/** What a top-level function does in the scene that is played. */
export function inScene(name: string, event: unknown): unknown {
  const act = scene?.addOn[name] as ((event: unknown) => unknown) | undefined;
  if (act) return act(event);
  if (name === 'onOpen' && !scene) ownMenu();
}

function ownMenu(): void {
  SpreadsheetApp.getUi()
    .createMenu('Conformance')
    .addItem('Ask everything', 'askEverything')
    .addItem('Ask the page', 'showPanel')
    .addToUi();
}

/** All names of functions that scenes use: Scenes.gs has a top-level function for each. */
export const sceneFunctions = [...new Set(['onOpen', ...SCENES.flatMap(({ addOn }) => Object.keys(addOn))])];

scene?.topLevel?.();
