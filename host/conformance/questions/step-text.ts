import type { CellArgument, Step } from './question';

/** A step as an instruction to a person with a real account. */
export function stepText(step: Step): string {
  switch (step.do) {
    case 'open':
      return step.newcomer
        ? 'Open the file as someone who installed the add-on but never used it there (a test deployment, “Test in AuthMode.NONE”).'
        : 'Open the file anew.';
    case 'install':
      return 'Install the add-on from within the open file.';
    case 'type':
      return `Type ${JSON.stringify(step.text)} into ${step.at} and press Enter.`;
    case 'paste':
      return `Paste these rows at ${step.at}: ${JSON.stringify(step.rows)}.`;
    case 'clear':
      return `Select ${step.at} and press Delete.`;
    case 'select':
      return `Select ${step.at}.`;
    case 'insert row':
      return `Put in a row above row ${step.at}.`;
    case 'delete row':
      return `Delete row ${step.at}.`;
    case 'insert column':
      return `Put in a column left of column ${step.at}.`;
    case 'delete column':
      return `Delete column ${step.at}.`;
    case 'insert tab':
      return `Add a tab and call it ${step.name}.`;
    case 'choose':
      return `Choose “${step.item}” from the add-on’s menu.`;
    case 'run':
      return `Run the function ${step.name} in the script editor.`;
    case 'use in a cell':
      return `Type =${step.name}(${step.args.map(argumentText).join(', ')}) into a free cell: what it shows is the next part of the answer; of an error, what it says when you point at it.`;
    case 'wait':
      return `Wait ${step.hours} hours.`;
    case 'look at the menu':
      return 'Look at the add-on’s menu: its captions, Help left out, are the next part of the answer.';
    case 'look at':
      return `Look at ${step.at}: what it shows is the next part of the answer.`;
    case 'be a viewer':
      return 'Go on as someone who may only view the file.';
    case 'be another editor':
      return 'Go on as another editor of the file who has the add-on too.';
  }
}

/** As an American file reads it in a formula. */
function argumentText(argument: CellArgument): string {
  if (typeof argument !== 'object') return JSON.stringify(argument);
  return `{${argument.map((row) => row.map((value) => JSON.stringify(value)).join(', ')).join('; ')}}`;
}
