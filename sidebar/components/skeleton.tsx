import { t } from '../texts/text';

/** Grey bars in the shape of what is on its way. */
export const Skeleton = ({ rows, tall = false }: { rows: number; tall?: boolean }) => (
  <div role="status" aria-label={t('loading')} class="px-3 py-1">
    {Array.from({ length: rows }, (_, row) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike
      <div key={row} class={tall ? 'py-2' : 'py-1.5'}>
        <div class={`skeleton h-3 ${row % 3 === 1 ? 'w-3/5' : 'w-4/5'}`} />
        {tall && <div class="skeleton mt-1.5 h-2.5 w-2/5" />}
      </div>
    ))}
  </div>
);
