import { t } from '../texts/text';
import { CallError } from './call-error';

/**
 * What Google says when a call never reached our code. The texts are Google's own, in English whatever the language.
 * Sources: enuchi/React-Google-Apps-Script#46 and alexwforsythe/code-blocks#53 (several accounts); Apps Script guide
 * "Quotas for Google services" (quota texts); reports of `NetworkError: Connection failure due to HTTP 0`.
 */
const SIGNS = [
  [/PERMISSION_DENIED|reading from storage|Authorization is required/i, 'ACCOUNT', 'failure.account'],
  [/NetworkError|Connection failure|Failed to fetch|network/i, 'OFFLINE', 'failure.offline'],
  [/Exceeded maximum execution time/i, 'TIMEOUT', 'failure.tooLong'],
  [/simultaneous|too many (scripts|concurrent)|rate limit/i, 'QUOTA', 'failure.crowded'],
  [/too many times|too much computer time|quota|limit exceeded/i, 'QUOTA', 'failure.quota'],
  [/do not have permission|not authorized|access denied/i, 'DENIED', 'failure.denied'],
] as const;

export function platformFailure(said: string): CallError {
  const sign = SIGNS.find(([pattern]) => pattern.test(said));
  return sign ? new CallError(sign[1], t(sign[2])) : new CallError('BUG', t('failure.unknown', { said }));
}
