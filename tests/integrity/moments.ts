import type { Host } from '../../host/host';
import type { ServiceCall } from '../../host/run/desk';
import type { Moment } from './words';

type Made = Pick<ServiceCall, 'service' | 'method' | 'number'>;

const isCell = ({ service }: Made): boolean => /^(Range|RangeList|Sheet|TextFinder|Spreadsheet)$/.test(service);
const isRead = (call: Made): boolean =>
  isCell(call) && /^(get(Values?|Formulas|DisplayValues|LastRow)|find)/.test(call.method);
const isWrite = (call: Made): boolean =>
  isCell(call) && /^(set(?!Active)|insert|append|delete|clear)/.test(call.method);

const isCache = ({ service }: Made): boolean => /Cache/.test(service);

const choose: Readonly<Record<Moment, (calls: readonly Made[]) => Made | undefined>> = {
  'first read': (calls) => calls.find(isRead),
  'last read': (calls) => {
    const write = calls.findIndex(isWrite);
    return (write < 0 ? calls : calls.slice(0, write)).findLast(isRead);
  },
  'first write': (calls) => calls.find(isWrite),
  'last write': (calls) => calls.findLast(isWrite),
  commit: (calls) => calls.findLast(({ method }) => method === 'flush') ?? calls.findLast(isWrite),
  'first cache': (calls) => calls.find(isCache),
  'last cache': (calls) => calls.findLast(isCache),
  end: (calls) => calls.at(-1),
};

/** The numbers of the service calls before which these moments are, found by doing the action in a twin of the file. */
export function momentsOf(twin: Host, act: () => void): (moment: Moment) => number {
  const calls: Made[] = [];
  twin.beforeCall = ({ service, method, number }) => {
    calls.push({ service, method, number });
    return undefined;
  };
  act();
  return (moment) => (choose[moment](calls) ?? calls.at(-1))?.number ?? 1;
}
