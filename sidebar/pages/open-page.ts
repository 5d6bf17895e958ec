import { type ComponentChild, render } from 'preact';
import type { Answer, Start } from '../../src/contract/contract';
import { firstAnswer } from '../data/first-answer';

/** Draws a page once all of it is there: the first answer stands at its end, after the script. */
export function openPage(begin: (first: Answer<Start> | null) => void, view: ComponentChild): void {
  const open = () => {
    const root = document.getElementById('app');
    if (!root) return;
    begin(firstAnswer());
    render(view, root);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', open);
  else open();
}
