import type { Answer, Start } from '../../src/contract/contract';
import { readResponse } from './door';

/** The answer of `start` that the server wrote into the page, or null where it did not. */
export function firstAnswer(page: Document = document): Answer<Start> | null {
  const written = page.getElementById('first')?.textContent;
  if (!written) return null;
  try {
    return (readResponse(written).answers[0] as Answer<Start> | undefined) ?? null;
  } catch {
    // A page that was cut on its way asks for itself.
    return null;
  }
}
