import type { Step } from './state';

type Role = 'button' | 'tab' | 'combobox' | 'option';

export const click =
  (name: string | RegExp, role: Role = 'button'): Step =>
  (page) =>
    page
      .getByRole(role, { name, exact: typeof name === 'string' })
      .first()
      .click();

/** By real keys: what moves after these moved for the user. */
export const type =
  (label: string | RegExp, text: string): Step =>
  async (page) => {
    await page.getByLabel(label).first().click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(text);
  };

/** Over whatever is on the screen. */
export const seek =
  (text: string): Step =>
  async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.insertText(text);
  };

export const choose =
  (label: string | RegExp, option: string): Step =>
  async (page) => {
    await page.getByLabel(label).first().selectOption(option);
  };

export const press =
  (key: string): Step =>
  (page) =>
    page.keyboard.press(key);

export const see =
  (text: string | RegExp): Step =>
  (page) =>
    page.getByText(text).first().waitFor();

/** The connection goes. */
export const offline: Step = (page) => page.context().setOffline(true);

/** So long nothing happens. */
export const wait =
  (seconds: number): Step =>
  (page) =>
    page.clock.fastForward(seconds * 1000);

/** The end of a long screen. */
export const scrollTo =
  (text: string | RegExp): Step =>
  (page) =>
    page.getByText(text).first().scrollIntoViewIfNeeded();
