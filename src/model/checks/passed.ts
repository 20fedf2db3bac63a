import type { Opportunity } from '../types/opportunity';
import type { Organization } from '../types/organization';
import type { Check } from './check';
import { opportunityChecks } from './opportunity-checks';
import { organizationChecks } from './organization-checks';

/** The codes of the checks that are shown to readers and that an entry passed; words: `check.<code>`. */
export function passedChecks(
  entry:
    (Opportunity & { readonly type: 'opportunity' }) | (Organization & { readonly type: 'organization' }),
): string[] {
  return entry.type === 'opportunity' ? passed(opportunityChecks, entry) : passed(organizationChecks, entry);
}

function passed<E>(checks: readonly Check<E>[], entry: E): string[] {
  return checks.filter(({ shown, run }) => shown && run(entry).length === 0).map(({ code }) => code);
}
