import { answersToPages } from './answers-to-pages';
import { authModes } from './auth-modes';
import { authorisation } from './authorisation';
import { blocksOfCells } from './blocks-of-cells';
import { cache } from './cache';
import { clearingAndCopying } from './clearing-and-copying';
import { customFunctions } from './custom-functions';
import { datesAndLocale } from './dates-and-locale';
import { errors } from './errors';
import { events } from './events';
import { formulas } from './formulas';
import { googleScript } from './google-script';
import { htmlService } from './html-service';
import { installedTriggers } from './installed-triggers';
import { loggingAndServices } from './logging-and-services';
import { numbersOfArguments } from './numbers-of-arguments';
import { otherFiles } from './other-files';
import { panels } from './panels';
import { propertiesAndLocks } from './properties-and-locks';
import type { Question } from './question';
import { reading } from './reading';
import { rowsAndColumns } from './rows-and-columns';
import { scopes } from './scopes';
import { sorting } from './sorting';
import { storesBetweenRuns } from './stores-between-runs';
import { validationAndFormat } from './validation-and-format';
import { writing } from './writing';

/** All questions by what they are about. */
export const AREAS: Readonly<Record<string, readonly Question[]>> = {
  writing: [...writing, ...clearingAndCopying],
  reading: [...reading, ...formulas],
  errors,
  arguments: [...numbersOfArguments, ...otherFiles],
  'rows and columns': [...rowsAndColumns, ...sorting],
  events: [...events, ...installedTriggers],
  'auth modes': [...authModes, ...scopes, ...authorisation],
  'html service': [...htmlService, ...panels],
  'google script': [...googleScript, ...answersToPages],
  cache,
  'properties and locks': [...propertiesAndLocks, ...storesBetweenRuns],
  services: [...loggingAndServices, ...customFunctions],
  'dates and locale': datesAndLocale,
  'validation and format': [...validationAndFormat, ...blocksOfCells],
};
