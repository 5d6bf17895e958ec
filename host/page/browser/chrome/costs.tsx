import { useState } from 'preact/hooks';
import type { RunCost } from '../../protocol';
import { costs, costsShown } from '../state';

const number = new Intl.NumberFormat('en');
const count = (amount: number, one: string): string => `${number.format(amount)} ${one}${amount === 1 ? '' : 's'}`;

const summary = ({ functionName, calls, cellsRead, cellsWritten, milliseconds }: RunCost): string =>
  `${functionName} · ${count(calls, 'call')} · ${count(cellsRead + cellsWritten, 'cell')} · ${number.format(Math.round(milliseconds))} ms`;

/** What the last execution cost, for those who asked to see it; a click tells more. */
export function LastCost() {
  const [open, setOpen] = useState(false);
  const [last] = costs.value;
  if (!costsShown.value) return null;
  return (
    <div class="costs">
      <button type="button" class="costs-last" aria-expanded={open} onClick={() => setOpen(!open)}>
        {last ? `Last run: ${summary(last)}` : 'Nothing ran yet'}
      </button>
      {open && last && (
        <ol class="costs-list">
          {costs.value.map((cost, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity, and are only ever put in front.
            <li key={costs.value.length - index}>
              <Cost cost={cost} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Cost({ cost }: { cost: RunCost }) {
  const { methods, log, error, settings, navigation, cellsRead, cellsWritten, cacheBytes } = cost;
  return (
    <details>
      <summary>{summary(cost)}</summary>
      {error && <p class="costs-error">{error}</p>}
      <p>
        {`${count(cellsRead, 'cell')} read, ${number.format(cellsWritten)} written; `}
        {`${count(settings, 'setting')}, ${number.format(navigation)} navigation; `}
        {`${count(cacheBytes, 'byte')} through the cache`}
      </p>
      <ul>
        {methods.map(([name, times]) => (
          <li key={name}>{times === 1 ? name : `${name} × ${number.format(times)}`}</li>
        ))}
      </ul>
      {log.length > 0 && <pre>{log.join('\n')}</pre>}
    </details>
  );
}
