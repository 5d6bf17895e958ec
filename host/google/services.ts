import { Browser } from './browser';
import { Cache, CacheService } from './cache-service';
import { ChartOptions, ContainerInfo, EmbeddedChart, EmbeddedChartBuilder } from './charts';
import type { Context } from './context';
import { DataValidation, DataValidationBuilder } from './data-validation';
import { HtmlOutput, HtmlOutputMetaTag } from './html-output';
import { HtmlService } from './html-service';
import { HtmlTemplate } from './html-template';
import { Lock, LockService } from './lock-service';
import { Logger } from './logger';
import { Menu } from './menu';
import { DeveloperMetadata, DeveloperMetadataFinder, DeveloperMetadataLocation } from './metadata';
import { NamedRange } from './named-range';
import { Properties, PropertiesService } from './properties-service';
import { Protection } from './protection';
import { Range } from './range';
import { RangeList } from './range-list';
import { RichTextValue, RichTextValueBuilder } from './rich-text';
import { Session, User } from './session';
import { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';
import { SpreadsheetApp } from './spreadsheet-app';
import { TextFinder } from './text-finder';
import { PromptResponse, Ui } from './ui';
import { Blob, Utilities } from './utilities';

const GLOBALS: Readonly<Record<string, new (context: Context) => object>> = {
  SpreadsheetApp,
  HtmlService,
  CacheService,
  PropertiesService,
  LockService,
  Utilities,
  Session,
  Logger,
  Browser,
};

const OBJECTS = {
  Spreadsheet,
  Sheet,
  Range,
  RangeList,
  TextFinder,
  DataValidation,
  DataValidationBuilder,
  RichTextValue,
  RichTextValueBuilder,
  NamedRange,
  Protection,
  DeveloperMetadata,
  DeveloperMetadataFinder,
  DeveloperMetadataLocation,
  EmbeddedChart,
  EmbeddedChartBuilder,
  ChartOptions,
  ContainerInfo,
  Ui,
  PromptResponse,
  Menu,
  HtmlOutput,
  HtmlOutputMetaTag,
  HtmlTemplate,
  Cache,
  Properties,
  Lock,
  Blob,
  User,
};

/** Written out, because a bundler renames classes that share a name. */
const names = new Map<unknown, string>(
  [...Object.entries(GLOBALS), ...Object.entries(OBJECTS)].map(([name, type]) => [type, name]),
);

/** Names of global objects that a script may find; those without a class only carry enumerations, or nothing yet. */
export const GLOBAL_NAMES: readonly string[] = [
  ...Object.keys(GLOBALS),
  ...['Charts', 'ScriptApp', 'UrlFetchApp', 'MailApp', 'GmailApp', 'DriveApp', 'CalendarApp', 'ContentService'],
];

const made = new WeakMap<Context, Map<string, object>>();

export function globalService(name: string, context: Context): object | undefined {
  const Service = GLOBALS[name];
  if (!Service) return undefined;
  const services = made.get(context) ?? new Map<string, object>();
  made.set(context, services);
  const service = services.get(name) ?? new Service(context);
  services.set(name, service);
  return service;
}

/** Google's name of the class of a service object, or '' for anything else. */
export const nameOfService = (object: object): string => names.get(object.constructor) ?? '';
