import { useMemo } from 'preact/hooks';
import type { LeadLine } from '../../src/contract/contract';
import type { Likeness } from '../../src/domain/alike';
import { nameOfLead } from '../../src/domain/lead';
import { Button } from '../components/button';
import { Note } from '../components/note';
import { leadsLike } from '../data/alike';
import { openDealForm } from '../data/create-actions';
import type { Form } from '../data/form';
import type { Panel } from '../data/panel';
import { shortened } from '../data/record-actions';
import { t } from '../texts/text';
import { usePanel } from './panel-context';

type Way = Exclude<Likeness, 'domain'>;

/** Ways that are surer: what they tell is not told again. */
const SURER: { readonly [W in Way]: readonly Way[] } = { email: [], phone: ['email'], company: ['email', 'phone'] };

/** Below a field of a new lead: who is known by the same already. It keeps nobody from adding the lead. */
export function DuplicateNote({ form, way }: { form: Form; way: Way }) {
  const panel = usePanel();
  const { company = '', email = '', phone = '' } = form.texts.value;
  const lines = panel.leadLines.lines.value;
  const alike = useMemo(() => {
    const lead = { id: form.id, company, email, phone };
    const told = new Set(leadsLike(lines, lead, ...SURER[way]));
    // One number may be that of many companies.
    const isOfCompany = new Set(leadsLike(lines, lead, 'company'));
    return leadsLike(lines, lead, way)
      .filter((line) => !told.has(line))
      .sort((a, b) => Number(isOfCompany.has(b)) - Number(isOfCompany.has(a)));
  }, [lines, form.id, company, email, phone, way]);
  const [first] = alike;
  if (!first) return null;
  const name = shortened(nameOfLead(first)) || t('noName');
  const about = [first.status, first.owner].filter(Boolean).join(', ');
  const text = t(`alike.${way}`, { lead: about ? `${name} (${about})` : name });
  const more = alike.length > 1 ? ` ${t('alike.more', { count: alike.length - 1 })}` : '';
  return (
    <div class="pt-1">
      <Note tone="plain" text={text + more}>
        <Button
          label={t('field.openLink', { text: name })}
          onClick={() => panel.screens.go({ name: 'lead', id: first.id })}
        >
          {t('toast.open')}
        </Button>
        <Button onClick={() => addDealInstead(panel, first)}>{t('alike.addDeal')}</Button>
      </Note>
    </div>
  );
}

/** In place of the form of the lead: going back from the deal must not lead to that one again. */
function addDealInstead(panel: Panel, lead: LeadLine): void {
  panel.screens.leave(() => {
    panel.screens.back();
    openDealForm(panel, { id: lead.id, name: nameOfLead(lead), isNew: false });
  });
}
