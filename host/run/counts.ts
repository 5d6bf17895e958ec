import { addressOf } from '../google/a1';
import type { Context } from '../google/context';
import { Range } from '../google/range';
import { RangeList } from '../google/range-list';
import { Sheet } from '../google/sheet';
import type { Cost } from '../google/surface';
import { Meter } from './cost-model';

/** A call that was served. */
type Served = {
  readonly object: object;
  readonly service: string;
  readonly method: string;
  readonly cost: Cost;
  readonly args: readonly unknown[];
  readonly result: unknown;
};

/** A call or setting of an execution that is counted: what it was, and where. Navigation is not among them. */
export type CountedCall = {
  readonly name: string;
  /** `Leads!A2:C2`, or the tab alone; '' for what is in no tab, and for a list of ranges. */
  readonly place: string;
  readonly cells: number;
  /** By the cost model. */
  readonly milliseconds: number;
};

/** What one execution cost. Cells are counted per call that reads or writes them. */
export class Counts {
  readonly methods = new Map<string, number>();
  /** In the order of the run. */
  readonly list: CountedCall[] = [];
  /** CPU time of the script's own code, without that of its services. Null where the script has a thread to itself. */
  ownMilliseconds: number | null = null;
  private servedMilliseconds = 0;
  private readonly byCost: Record<Cost, number> = { call: 0, setting: 0, navigation: 0 };
  /** Calls to SpreadsheetApp and its objects alone. */
  spreadsheetCalls = 0;
  cellsRead = 0;
  cellsWritten = 0;
  /** Bytes of values through the cache. */
  cacheBytes = 0;
  /** Bytes of arguments and answer through `google.script.run`. */
  runBytes = 0;
  private readonly meter = new Meter();

  /** How long a user would wait for this at Google, by the cost model. */
  get modelledMilliseconds(): number {
    return this.meter.total;
  }

  /** Whether something is written that is not committed, by the cost model. */
  get hasPendingWrites(): boolean {
    return this.meter.hasPending;
  }

  get calls(): number {
    return this.byCost.call;
  }
  get settings(): number {
    return this.byCost.setting;
  }
  get navigation(): number {
    return this.byCost.navigation;
  }
  /** Cache, Properties, Lock, Session and Utilities. */
  get otherCalls(): number {
    return this.calls - this.spreadsheetCalls;
  }

  /** Counts a call; answers with its milliseconds by the cost model. */
  add({ object, service, method, cost, args, result }: Served): number {
    this.byCost[cost]++;
    if (cost === 'call') {
      const name = `${service}.${method}`;
      this.methods.set(name, (this.methods.get(name) ?? 0) + 1);
      if (SPREADSHEET.has(service)) this.spreadsheetCalls++;
    }
    if (service === 'Cache')
      this.cacheBytes += bytesOf(method.startsWith('put') ? args[method === 'put' ? 1 : 0] : result);
    const moves = cost === 'call' && (object instanceof Range || object instanceof RangeList);
    const cells = moves ? cellsOf(object, method) : 0;
    if (method.startsWith('get') || method === 'isBlank') this.cellsRead += cells;
    else this.cellsWritten += cells;
    const milliseconds = this.meter.add({ service, method, cost, cells });
    if (cost !== 'navigation')
      this.list.push({ name: `${service}.${method}`, place: placeOf(object), cells, milliseconds });
    return milliseconds;
  }

  /** Goes around the whole of a script's run. */
  whileRunning<T>(run: () => T): T {
    const from = cpuMilliseconds();
    const ran = run();
    this.ownMilliseconds = cpuMilliseconds() - from - this.servedMilliseconds;
    return ran;
  }

  /** Goes around every call of a service, with what crosses to it and back. */
  readonly whileServed = <T>(serve: () => T): T => {
    const from = cpuMilliseconds();
    try {
      return serve();
    } finally {
      this.servedMilliseconds += cpuMilliseconds() - from;
    }
  };

  /** The execution is over: what it wrote is committed. */
  end(): number {
    return this.meter.end();
  }
}

const SPREADSHEET = new Set([
  'SpreadsheetApp',
  'Spreadsheet',
  'Sheet',
  'Range',
  'RangeList',
  'TextFinder',
  'DeveloperMetadataFinder',
]);

/** Methods about one cell of a block, `getValue` and its like, move that one cell. */
const ONE_CELL =
  /^get(Value|DisplayValue|Formula|FormulaR1C1|RichTextValue|Note|NumberFormat|Background|FontWeight|DataValidation)$/;

function cellsOf(object: Range | RangeList, method: string): number {
  if (ONE_CELL.test(method)) return 1;
  const ranges = object instanceof Range ? [object] : object.getRanges();
  return ranges.reduce((sum, { rect }) => sum + rect.rows * rect.columns, 0);
}

let isTimed = false;

/** From now on a script's own time is told from that of its calls: asking for it takes time itself, so not all do. */
export function measureOwnTime(): void {
  isTimed = true;
}

/** Of this process: other work on the machine does not count. */
function cpuMilliseconds(): number {
  if (!isTimed) return 0;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function placeOf(object: object): string {
  if (object instanceof Sheet) return nameOfTab(object.context, object.id);
  if (!(object instanceof Range)) return '';
  return `${nameOfTab(object.context, object.sheetId)}!${addressOf(object.rect, object.open)}`;
}

/** '' once the tab is deleted. */
const nameOfTab = ({ file }: Context, sheet: number): string => file.sheet(sheet)?.name ?? '';

/** Bytes of the values that cross, without keys. */
export function bytesOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, item) => sum + bytesOf(item), 0);
}
