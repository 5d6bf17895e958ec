import type { Answer, Context, Question } from './context';
import { EnumValue } from './enums';
import { noSignature } from './errors';
import { Pause } from './pause';

/** How long a script looks away before it looks for an answer again. */
const LOOKS_AGAIN_MS = 50;

/**
 * Reads `(prompt)`, `(prompt, buttons)` or `(title, prompt, buttons)`, shows it, and suspends the script until a person
 * answers. Source: reference "Ui.alert", "Ui.prompt", "Browser.msgBox", "Browser.inputBox".
 */
export function ask(context: Context, kind: Question['kind'], args: readonly unknown[], method: string): Answer {
  const texts = args.length === 3 ? args.slice(0, 2) : args.slice(0, 1);
  const buttons = args[texts.length];
  const fits =
    args.length >= 1 &&
    args.length <= 3 &&
    texts.every((text) => ['string', 'number', 'boolean'].includes(typeof text)) &&
    (args.length === 1 || (buttons instanceof EnumValue && /^Button(Set|s)$/.test(buttons.name)));
  if (!fits) return noSignature(args, method);
  // Locks do not survive the suspension. Source: reference "Ui.alert".
  for (const lock of Object.values(context.stores.locks)) {
    if (lock.holder === context.executionId) lock.holder = null;
  }
  const [title, prompt] = texts.length === 2 ? texts.map(String) : ['', String(texts[0])];
  const question = { kind, title: title!, prompt: prompt!, buttons: String(buttons ?? 'OK') };
  const answer = context.screen.ask(question, context.executionId);
  if (!answer) throw new Pause(LOOKS_AGAIN_MS, 'again', true);
  return answer;
}
