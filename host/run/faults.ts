/** What can go wrong with a service call, on demand. */
export type Fault =
  /** It throws, and nothing happened. */
  | { readonly fault: 'throws'; readonly message?: string }
  /** It takes effect, but the script only hears of a time-out. */
  | { readonly fault: 'times out after it applied'; readonly message?: string }
  /** It is served later: time passes first, and others can act meanwhile. */
  | { readonly fault: 'late'; readonly milliseconds: number };

/** Google's sentences for a service that fails for the moment. Source: public reports of both. */
export const failureText = (fault: Fault, service: string, fileId: string): string => {
  if (fault.fault === 'late') return '';
  if (fault.message) return fault.message;
  const spreadsheet = !/^(Cache|Properties|Lock|Session|Utilities|Script|Html|Ui)/.test(service);
  if (fault.fault === 'throws')
    return spreadsheet ? 'Service error: Spreadsheets' : `Service error: ${service.replace(/Service$/, '')}`;
  return spreadsheet
    ? `Service Spreadsheets timed out while accessing document with id ${fileId}.`
    : `Service ${service.replace(/Service$/, '')} timed out.`;
};
