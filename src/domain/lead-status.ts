import { fold } from './fold';

/** Words by which people say that a lead is won, lost or none, in English and German, as whole words of its status. */
const CLOSING = new Set(
  (
    'customer client won lost closed converted unqualified disqualified rejected archived inactive dead junk spam ' +
    'bad churned duplicate kunde gewonnen verloren geschlossen abgeschlossen abgelehnt unqualifiziert ungeeignet ' +
    'inaktiv archiviert konvertiert'
  ).split(' '),
);

/** The same in several words: “No answer” and “Not contacted” are open. */
const CLOSING_PHRASES = /not interested|not qualified|no interest|do not contact|not a fit|kein interesse/;

/**
 * Whether somebody still has to do something about a lead of this status. Settings list the statuses and do not say, so it
 * is told by known words; a status that has none of them is open.
 */
export function isOpenStatus(status: string): boolean {
  const text = fold(status);
  return !CLOSING_PHRASES.test(text) && !text.split(/[^\p{L}]+/u).some((word) => CLOSING.has(word));
}
