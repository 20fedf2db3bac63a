/** Finds problems that involve several entries: equal addresses, and file uploads that no form offers. */
import { entryKey } from '@/model/types/entry';
import { pathOf, type PagedType } from '@/i18n/routes';
import { createProblems, type ProblemFinding, type Problem } from '@/model/problems';
import { findRedirects, type IgnoredRedirect } from '../addresses/redirects';
import type { AddressClash, Site } from '../site';
import type { Entry } from '@/model/types/types';
import { isComplete } from '@/pipeline/check/validate';

function clashFinding({ entry, locale, wanted, slug, owner }: AddressClash): ProblemFinding {
  const path = (own: string) => pathOf(locale, { to: 'entry', type: entry.type as PagedType, slug: own });
  const written: unknown = (entry.locales[locale] as Record<string, unknown> | undefined)?.['slug'];
  return {
    code: 'address-taken',
    severity: 'warns',
    locale,
    field: written === undefined ? (entry.type === 'organization' ? 'name' : 'title') : 'slug',
    message: `would have the address ${path(wanted)}, which is that of ${owner.origin.label}; it has ${path(slug)}`,
    hint:
      written === undefined
        ? 'Give it another title or its own address (slug). If they’re the same, delete one.'
        : 'Choose another address for one of the two.',
  };
}

function ignoredFinding({ locale, from, to, field, takenBy }: IgnoredRedirect): ProblemFinding {
  const isShort = field === 'shortSlug';
  return {
    code: 'former-address-taken',
    severity: 'warns',
    locale,
    field,
    message:
      takenBy.path === to
        ? `leads to its own page by ${from} already`
        : `can’t lead here from ${from}, ${
            takenBy.kind === 'page' ? 'where another page is' : `which leads to ${takenBy.path}`
          }`,
    hint: isShort ? 'Choose another short address.' : 'Take it out.',
  };
}

/**
 * Returns clashes of addresses made from an entry's own texts; for borrowed texts they are reported in the other
 * language.
 */
function addressProblems(site: Site): Problem[] {
  return site.clashes
    .filter(({ entry, locale }) => isComplete(entry, locale))
    .flatMap((clash) => createProblems(clash.entry, [clashFinding(clash)]));
}

function redirectProblems(entries: readonly Entry[], site: Site): Problem[] {
  const byKey = new Map(entries.map((entry) => [entryKey(entry), entry]));
  return [...site.byLocale.values()]
    .flatMap((own) => findRedirects(own).ignored)
    .flatMap((ignored) => {
      const entry = byKey.get(entryKey(ignored));
      return entry ? createProblems(entry, [ignoredFinding(ignored)]) : [];
    });
}

/** Returns opportunities that ask for a file, which their form can't offer since the settings allow none. */
function attachmentProblems(entries: readonly Entry[], site: Site): Problem[] {
  const settings = [...site.byLocale.values()].find((own) => own.settings)?.settings;
  if (settings?.shared.attachmentMegabytes !== undefined) return [];
  return entries.flatMap((entry) => {
    if (entry.type !== 'opportunity' || entry.shared.applyBy !== 'form') return [];
    const { originalLanguage } = entry.shared;
    if (entry.locales[originalLanguage]?.attachment === undefined) return [];
    return createProblems(entry, [
      {
        code: 'attachment-not-offered',
        severity: 'warns',
        locale: originalLanguage,
        field: 'attachment',
        message: 'asks for a file, but the form can’t send one: the site’s settings don’t allow files',
        hint: 'Set “Largest file, MB” in the settings, if your form plan accepts files. Otherwise remove this text.',
      },
    ]);
  });
}

/** Returns the warnings about the site as a whole, each with the entry to correct. */
export function siteProblems(entries: readonly Entry[], site: Site): Problem[] {
  return [...addressProblems(site), ...redirectProblems(entries, site), ...attachmentProblems(entries, site)];
}
