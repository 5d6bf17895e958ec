import { Banding } from './banding';
import { Blob } from './blob';
import { Browser } from './browser';
import { Cache, CacheService } from './cache-service';
import { EmbeddedChartBuilder, typedBuilders } from './chart-builder';
import { ChartOptions, ContainerInfo, EmbeddedChart } from './charts';
import { classNames } from './class-names';
import { Color, ColorBuilder, RgbColor, ThemeColor } from './color';
import {
  BooleanCondition,
  ConditionalFormatRule,
  ConditionalFormatRuleBuilder,
  GradientCondition,
} from './conditional-format';
import type { Context } from './context';
import { DataValidation } from './data-validation';
import { DataValidationBuilder } from './data-validation-builder';
import { Filter, FilterCriteria, FilterCriteriaBuilder } from './filter';
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
import { AuthorizationInfo, ScriptApp, Trigger, TriggerBuilder } from './script-app';
import { Selection } from './selection';
import { Session, User } from './session';
import { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';
import { SpreadsheetApp } from './spreadsheet-app';
import { TextFinder } from './text-finder';
import { TextRotation } from './text-rotation';
import { TextStyle, TextStyleBuilder } from './text-style';
import { ClockTriggerBuilder, SpreadsheetTriggerBuilder } from './trigger-builders';
import { PromptResponse, Ui } from './ui';
import { Utilities } from './utilities';

const GLOBALS: Readonly<Record<string, new (context: Context) => object>> = {
  SpreadsheetApp,
  HtmlService,
  CacheService,
  PropertiesService,
  LockService,
  Utilities,
  Session,
  Logger,
  ScriptApp,
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
  TextStyle,
  TextStyleBuilder,
  Color,
  ColorBuilder,
  RgbColor,
  ThemeColor,
  TextRotation,
  Selection,
  Filter,
  FilterCriteria,
  FilterCriteriaBuilder,
  ConditionalFormatRule,
  ConditionalFormatRuleBuilder,
  BooleanCondition,
  GradientCondition,
  Banding,
  NamedRange,
  Protection,
  DeveloperMetadata,
  DeveloperMetadataFinder,
  DeveloperMetadataLocation,
  EmbeddedChart,
  EmbeddedChartBuilder,
  EmbeddedAreaChartBuilder: typedBuilders.AREA,
  EmbeddedBarChartBuilder: typedBuilders.BAR,
  EmbeddedColumnChartBuilder: typedBuilders.COLUMN,
  EmbeddedComboChartBuilder: typedBuilders.COMBO,
  EmbeddedHistogramChartBuilder: typedBuilders.HISTOGRAM,
  EmbeddedLineChartBuilder: typedBuilders.LINE,
  EmbeddedPieChartBuilder: typedBuilders.PIE,
  EmbeddedScatterChartBuilder: typedBuilders.SCATTER,
  EmbeddedTableChartBuilder: typedBuilders.TABLE,
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
  AuthorizationInfo,
  Trigger,
  TriggerBuilder,
  SpreadsheetTriggerBuilder,
  ClockTriggerBuilder,
};

for (const [name, type] of [...Object.entries(GLOBALS), ...Object.entries(OBJECTS)]) classNames.set(type, name);

/** Services of which the host has nothing but, for some, enumerations: scripts find them by name, and then a refusal. */
export const MISSING_SERVICES: readonly string[] = `
  CalendarApp CardService Charts ConferenceDataService ContactsApp ContentService DataStudioApp DocumentApp DriveApp
  FormApp GmailApp GroupsApp Jdbc LanguageApp LinearOptimizationService MailApp Maps MimeType ScriptProperties SitesApp
  SlidesApp UrlFetchApp UserProperties XmlService`
  .trim()
  .split(/\s+/);

/** Names of global objects that a script finds. */
export const GLOBAL_NAMES: readonly string[] = [...Object.keys(GLOBALS), ...MISSING_SERVICES];

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

/** The class of that name, for tests of the surface. */
export const classNamed = (name: string): unknown => [...classNames].find(([, known]) => known === name)?.[0];
