/** The quality and eligibility rules of every type in one place to ask. */
import type { ContentTypeName } from '../types/entry';
import type { ProblemFinding } from '../problems';
import type { Entries } from '../types/types';
import { altFindings } from './alt-check';
import { opportunityChecks } from './opportunity-checks';
import { organizationChecks } from './organization-checks';

type Entry = { [Name in ContentTypeName]: Entries[Name] & { readonly type: Name } }[ContentTypeName];

/** Everything that the rules find in a valid entry, in the rules' order. */
export function entryChecks(entry: Entry): ProblemFinding[] {
  switch (entry.type) {
    case 'opportunity':
      return opportunityChecks.flatMap((check) => check.run(entry));
    case 'organization':
      return [
        ...organizationChecks.flatMap((check) => check.run(entry)),
        ...altFindings(entry, 'logo', 'logoAlt'),
      ];
    case 'campaign':
      return altFindings(entry, 'hero', 'heroAlt');
    case 'story':
      return entry.shared.consent
        ? []
        : [
            {
              code: 'consent-missing',
              severity: 'blocks',
              field: 'consent',
              message: 'has no consent of the person whose story it is',
              hint: 'Ask them to read the text, then tick the box.',
            },
          ];
    default:
      return [];
  }
}
