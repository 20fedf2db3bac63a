/** Reviews the Markdown texts of all entries and removes links that may not be published. */
import type { Locale } from '@/i18n/locales';
import { createProblems, type ProblemFinding, type Problem } from '@/model/problems';
import { mapEntry, type FieldPosition } from '@/model/fields/walk';
import { knownPaths } from './known-paths';
import { reviewMarkdown } from '@/pipeline/texts/markdown/review-markdown';
import { createLinkResolver, type LinkResolver } from '@/pipeline/texts/markdown/resolve-link';
import type { Site } from '../site';
import type { Entry } from '@/model/types/types';

/** A link in a text to a page or file of this site. */
export interface OwnLink extends FieldPosition {
  readonly href: string;
  /** The entry with the link, as messages name it. */
  readonly where: string;
}

/** Creates a link resolver that also refuses links to pages that the site doesn't have. */
function siteLinks(site: Site, siteUrl: string, publicFiles: readonly string[]): LinkResolver {
  const resolve = createLinkResolver(siteUrl);
  const isPage = knownPaths(site, publicFiles);
  return (link) => {
    const resolved = resolve(link);
    if ('fault' in resolved || resolved.path === undefined || isPage(resolved.path)) return resolved;
    return {
      fault: {
        kind: 'nowhere',
        reason: 'the site doesn’t have',
        hint: 'Copy the address from the page that you mean, from the first slash on.',
      },
    };
  };
}

/** True for a language that readers see: one of the site's, or the entry's original one. */
const isShown = ({ shared }: Entry, locale: Locale | undefined, locales: readonly Locale[]) =>
  locale === undefined || locale === shared.originalLanguage || locales.includes(locale);

/**
 * Reviews the Markdown texts of entries for a site that will be at `siteUrl`, with these files of `public/`. An entry without
 * fault is returned as it is. All problems are warnings.
 */
export function reviewTexts(
  entries: readonly Entry[],
  site: Site,
  siteUrl: string,
  publicFiles: readonly string[] = [],
) {
  const resolve = siteLinks(site, siteUrl, publicFiles);
  const problems: Problem[] = [];
  const ownLinks: OwnLink[] = [];
  const reviewed = entries.map((entry) => {
    const findings: ProblemFinding[] = [];
    const review = (_meta: unknown, value: unknown, place: FieldPosition) => {
      if (typeof value !== 'string' || !isShown(entry, place.locale, site.locales)) return value;
      const { markdown, findings: found, ownLinks: links } = reviewMarkdown(value, resolve);
      findings.push(...found.map((finding) => ({ ...finding, ...place })));
      ownLinks.push(...links.map((href) => ({ ...place, href, where: entry.origin.label })));
      // If a text had only refused links without words, a required field would be empty.
      return markdown.trim() === '' ? '…' : markdown;
    };
    const mapped = mapEntry(entry, review, 'markdown');
    problems.push(...createProblems(entry, findings));
    return mapped;
  });
  return { entries: reviewed, problems, ownLinks };
}
