import { anId, call, readyHost } from './crm-host';

export type Host = ReturnType<typeof readyHost>;

/** A deal in a stage of the Sales pipeline. Answers with its id. */
export const deal = (host: Host, stage: string, fields: object) => {
  const id = anId('opportunity');
  call(host, 'createOpportunity', { id, fields: { title: 'A deal', ...fields } });
  if (stage !== 'Prospecting') {
    call(host, 'moveOpportunity', { id, pipeline: 'Sales', stage, seen: { pipeline: 'Sales', stage: 'Prospecting' } });
  }
  return id;
};

/** Makes the report; answers with its rows from the table's headers on. */
export const report = (host: Host) => {
  host.choose('Reports > Pipeline');
  return host.person.seesTab('Pipeline report').slice(4);
};

/** A file with a few deals, open and closed. */
export const filled = () => {
  const host = readyHost();
  deal(host, 'Prospecting', { value: 1000 });
  deal(host, 'Proposal', { value: 2000 });
  deal(host, 'Proposal', { value: 500, probability: 0.9 });
  deal(host, 'Proposal', { value: null });
  deal(host, 'Closed Won', { value: 700 });
  deal(host, 'Closed Lost', { value: 40 });
  return host;
};
