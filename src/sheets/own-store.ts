import { CrmError } from '../domain/errors';
import { NO_VIEWS, type OwnViews } from '../domain/views';
import { say } from '../texts/say';

/** Bytes that Google keeps in one property, with room to spare. Source: quotas of Google services, "Properties value size". */
const LONGEST = 8_500;

/**
 * What a user keeps for themselves in this file. Google's user properties are shared by all files of the user, so the key
 * begins with the file's id; nobody else can read them.
 */
export class OwnStore {
  private readonly key: string;
  /** As they stand there: what a newer version put beside the views is kept. */
  private known: OwnViews | null = null;

  constructor(spreadsheetId: string) {
    this.key = `${spreadsheetId}:views`;
  }

  /** One call. */
  read(): OwnViews {
    this.known ??= parsed(PropertiesService.getUserProperties().getProperty(this.key));
    return this.known;
  }

  /** Throws `INVALID` where they are too long, `QUOTA` where the user's properties are full. */
  write(views: OwnViews): void {
    const text = JSON.stringify(views);
    if (bytesOf(text) > LONGEST) {
      throw new CrmError('INVALID', say('views.noRoom'));
    }
    try {
      PropertiesService.getUserProperties().setProperty(this.key, text);
    } catch (error) {
      // All files of the user share 500 kB: waiting does not help. Source of the text: J. Poehnelt, "Apps Script key-value stores", 2026-01.
      if (!/property storage quota/i.test((error as Error).message)) throw error;
      throw new CrmError('QUOTA', say('views.full'));
    }
    this.known = views;
  }
}

function parsed(text: string | null): OwnViews {
  try {
    return text ? { ...NO_VIEWS, ...(JSON.parse(text) as Partial<OwnViews>) } : NO_VIEWS;
  } catch {
    return NO_VIEWS;
  }
}

/** Of a text as UTF-8; JSON holds no halves of characters, at which this would fail. */
const bytesOf = (text: string): number => encodeURIComponent(text).replace(/%../g, '.').length;
