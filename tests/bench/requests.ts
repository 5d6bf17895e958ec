import type { MethodName } from '../../src/contract/contract';

/**
 * The requests that the sidebar makes for an action, with the calls in each: every request is a round trip that the user
 * waits for. The bench sends the same, and `requests.test.tsx` sees the sidebar make them.
 */
export const REQUESTS = {
  open: [['leadLines', 'opportunityLines', 'ownFields']],
  refresh: [['start', 'changedLeadLines', 'changedOpportunityLines', 'ownFields']],
  'after many': [['changedLeadLines', 'changedOpportunityLines', 'ownFields']],
  'show lead': [['lead', 'timeline']],
  'show deal': [['opportunity', 'timeline']],
  'update lead': [['changeLead']],
  move: [['moveOpportunity']],
  log: [['logActivity']],
} as const satisfies Readonly<Record<string, readonly (readonly MethodName[])[]>>;
