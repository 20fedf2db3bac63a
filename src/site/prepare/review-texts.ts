/** The long texts of all entries, with the links that may be published and no other. */
import type { Locale } from '@/i18n/locales';
import type { RawEntry } from '@/model/types/entry';
import type { ProblemFinding, Problem } from '@/model/problems';
import { mapEntry, type FieldPosition } from '@/model/fields/walk';
import { knownPaths } from './known-paths';
import { reviewMarkdown } from '@/pipeline/texts/markdown/review-markdown';
import { linkResolver, type LinkResolver } from '@/pipeline/texts/markdown/resolve-link';
import type { Site } from '../site';
import { problemsOf, type AnyEntry } from '@/pipeline/check/validate';

/** A link of a text to a page or file of this site. */
export interface OwnLink extends FieldPosition {
  readonly href: string;
  /** The entry that it stands in, as messages name it. */
  readonly where: string;
}

export interface ReviewedTexts {
  readonly entries: readonly AnyEntry[];
  /** All of it warns. */
  readonly problems: readonly Problem[];
  readonly ownLinks: readonly OwnLink[];
}

/** Says where links lead in a site: one to a page that it doesn't have is refused. */
function siteLinks(site: Site, siteUrl: string): LinkResolver {
  const resolve = linkResolver(siteUrl);
  const isPage = knownPaths(site);
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

/** True for a language of which readers see something: its own pages, or those that an entry was first written for. */
const isShown = ({ shared }: AnyEntry, locale: Locale | undefined, locales: readonly Locale[]) =>
  locale === undefined || locale === shared.originalLanguage || locales.includes(locale);

function reviewEntry(entry: AnyEntry, locales: readonly Locale[], resolve: LinkResolver): ReviewedTexts {
  const findings: ProblemFinding[] = [];
  const ownLinks: OwnLink[] = [];
  let isChanged = false;
  const reviewed = mapEntry(entry as unknown as RawEntry, ({ widget }, value, place) => {
    if (widget !== 'markdown' || typeof value !== 'string' || !isShown(entry, place.locale, locales))
      return value;
    const { markdown, findings: found, ownLinks: links } = reviewMarkdown(value, resolve);
    findings.push(...found.map((finding) => ({ ...finding, ...place })));
    ownLinks.push(...links.map((href) => ({ ...place, href, where: entry.origin.label })));
    isChanged ||= markdown !== value;
    // A text of nothing but refused links without words: a field that must have something has something.
    return markdown.trim() === '' ? '…' : markdown;
  });
  return {
    entries: [isChanged ? (reviewed as unknown as AnyEntry) : entry],
    problems: problemsOf(entry, findings),
    ownLinks,
  };
}

/** Reviews the long texts of the entries of a site that will be at `siteUrl`. */
export function reviewTexts(entries: readonly AnyEntry[], site: Site, siteUrl: string): ReviewedTexts {
  const resolve = siteLinks(site, siteUrl);
  const reviewed = entries.map((entry) => reviewEntry(entry, site.locales, resolve));
  return {
    entries: reviewed.flatMap((one) => one.entries),
    problems: reviewed.flatMap((one) => one.problems),
    ownLinks: reviewed.flatMap((one) => one.ownLinks),
  };
}
