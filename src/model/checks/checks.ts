/** The quality and eligibility rules of every type in one place to ask. */
import type { ProblemFinding } from '../problems';
import type { ContentTypeName } from '../types/entry';
import type { Entry, EntryOf } from '../types/types';
import { blocks, warns, type Check } from './check';
import { opportunityChecks } from './opportunity-checks';
import { organizationChecks } from './organization-checks';

/**
 * Warns where an entry has a picture and no words for those who can’t see it. The original language is what counts:
 * where a translation has none, its words are read out, marked with their language.
 */
function altCheck<Picture extends string, Description extends string>(
  picture: Picture,
  description: Description,
): Check<{
  readonly locales: Entry['locales'];
  readonly shared: Pick<Entry['shared'], 'originalLanguage'> & { readonly [Key in Picture]?: unknown };
}> {
  return {
    code: 'alt-missing',
    run: ({ locales, shared }) => {
      const locale = shared.originalLanguage;
      const texts: Readonly<Record<string, unknown>> = locales[locale] ?? {};
      if (shared[picture] === undefined || texts[description] !== undefined) return [];
      const message = 'is missing, so people who can’t see the picture won’t know what it shows';
      return [{ ...warns(description, message, 'Describe in a few words what it shows.'), locale }];
    },
  };
}

const checksOf: { readonly [Name in ContentTypeName]?: readonly Check<EntryOf<Name>>[] } = {
  opportunity: opportunityChecks,
  organization: [...organizationChecks, altCheck('logo', 'logoAlt')],
  campaign: [altCheck('hero', 'heroAlt')],
  story: [
    {
      code: 'consent-missing',
      run: ({ shared }) =>
        shared.consent
          ? []
          : [
              blocks(
                'consent',
                'has no consent of the person whose story it is',
                'Ask them to read the text, then tick the box.',
              ),
            ],
    },
  ],
};

/** Runs the rules on an entry whose fields are valid. Returns what they find, in their order, and the codes of those to show that it meets. */
export function runChecks(entry: Omit<Entry, 'passed'>): {
  readonly findings: readonly ProblemFinding[];
  readonly passed: readonly string[];
} {
  const checks = (checksOf[entry.type] ?? []) as readonly Check<unknown>[];
  const results = checks.map(({ code, shown, run }) => ({ code, shown, faults: run(entry) }));
  return {
    findings: results.flatMap(({ code, faults }) => faults.map((fault) => ({ code, ...fault }))),
    passed: results.filter(({ shown, faults }) => shown && faults.length === 0).map(({ code }) => code),
  };
}
