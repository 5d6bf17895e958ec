import { useMemo, useState } from 'preact/hooks';
import { BETWEEN } from '../../src/domain/lines';
import type { Lead } from '../../src/domain/records';
import { Button } from '../components/button';
import { Chip } from '../components/chip';
import { leadsLike } from '../data/alike';
import { t } from '../texts/text';
import { usePanel } from './panel-context';
import { Section } from './section';

/** As many as are seen at a glance; a large customer may have hundreds. */
const FEW = 5;

/** Leads of the same company, or with addresses of the same mail domain. */
export function RelatedLeads({ lead }: { lead: Lead }) {
  const { leadLines, screens } = usePanel();
  const [all, setAll] = useState(false);
  const { id, company, email, phone } = lead;
  const lines = leadLines.lines.value;
  const related = useMemo(
    () => leadsLike(lines, { id, company, email, phone }, 'company', 'domain'),
    [lines, id, company, email, phone],
  );
  if (related.length === 0) return null;
  return (
    <Section title={t('lead.related')}>
      <ul class="-mx-3">
        {(all ? related : related.slice(0, FEW)).map((line) => (
          <li key={line.id}>
            <button
              type="button"
              class="w-full px-3 py-1 text-left -outline-offset-2 hover:bg-wash"
              onClick={() => screens.go({ name: 'lead', id: line.id })}
            >
              <span class="flex items-center gap-2">
                <span class="min-w-0 flex-1 truncate font-medium">{line.contact || line.company || t('noName')}</span>
                <Chip text={line.status} />
              </span>
              <span class="block truncate text-soft">
                {[line.contact && line.company, line.owner].filter(Boolean).join(BETWEEN) || '\u00a0'}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {!all && related.length > FEW && (
        <div class="-ml-1.5">
          <Button look="quiet" onClick={() => setAll(true)}>
            {t('lead.moreRelated', { count: related.length - FEW })}
          </Button>
        </div>
      )}
    </Section>
  );
}
