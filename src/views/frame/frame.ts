/** The frame around the content of every page: the head, the header with the languages, the footer. */
import { currentBrand, longHex } from '@/brand/brand';
import { colon } from '@/i18n/format/colon';
import { localeTable, type Locale } from '@/i18n/locales';
import { pathOf, typeSection, type MessageForm, type Route, type Section } from '@/i18n/routes';
import { sitePicture } from '../share/site-pictures';
import type { SharePicture } from '../share/share-picture';
import { breadcrumbData, type Crumb, type TypedThing } from '../structured/things';
import type { PagedEntry } from '@/site/site';
import { siteName, siteTagline, type ViewContext } from './context';
import { headLinks, type PageAddress } from './head-links';
import { pageTitle, pageDescription, windowTitle } from './head-texts';
import { linkPreview } from './link-preview';
import { previewView } from './preview';

/** An item of the menu. */
export type MenuSection =
  'search' | 'organizations' | 'campaigns' | 'stories' | 'resources' | 'impact' | 'saved';

/** The description of a page. */
interface PageHead extends PageAddress {
  /** The page's own title; the service's name is added where there is room. */
  readonly title: string;
  /** The way to it, for readers and for search engines. */
  readonly crumbs?: readonly Crumb[];
  /** What it is about, for search engines. */
  readonly about?: TypedThing | undefined;
  /** The page of a long list, which its title shows after the first (`head-texts.ts`). */
  readonly page?: number | string | undefined;
  /** It is brought to the length that search engines show. */
  readonly description: string;
  /** Whose thread lies under the header: an entry's id; else the section's own. */
  readonly band?: string | undefined;
  /** The item of the menu that this page belongs to. */
  readonly section?: MenuSection;
  /** The picture of a shared link to this page; otherwise the site's own. */
  readonly picture?: SharePicture;
  /** For pages that search engines shouldn't list. */
  readonly noindex?: boolean;
  /** True for an entry's page: its title is shown whole. */
  readonly isEntry?: boolean;
  /** True for an entry with a day of its own. */
  readonly isArticle?: boolean;
}

interface FooterLink {
  readonly href: string;
  readonly text: string | undefined;
  readonly lang: Locale;
  /** For a link that leaves the site. */
  readonly rel?: string;
}

/** The frame of a page. */
export function frameView(context: ViewContext, page: PageHead) {
  const { locale, t, site, own, siteUrl } = context;
  const { settings } = own;
  const { paths, crumbs, about, section, isHome = false } = page;
  const name = siteName(context);
  const tagline = siteTagline(context);
  const brand = currentBrand();
  const title = pageTitle(t, page.title, page.page);
  const named = isHome ? title : windowTitle(t, { ...page, text: page.title }, name);
  const description = pageDescription(locale, page.description, [tagline, t('home.intro')]);
  const links = headLinks({ ...page, locale }, siteUrl);
  /** They have no page. */
  const emptySections: readonly MenuSection[] = (
    ['organizations', 'campaigns', 'stories', 'resources'] as const
  ).filter((name) => own[name].length === 0);
  const footerLinks: readonly FooterLink[] = [
    { href: pathOf(locale, { to: 'browse' }), text: t('footer.browse'), lang: locale },
    { href: pathOf(locale, { to: 'section', section: 'impact' }), text: t('nav.impact'), lang: locale },
    ...own.pages
      .filter(({ shared }) => shared.inFooter)
      .toSorted((a, b) => a.shared.order - b.shared.order)
      .map(({ path: href, texts, lang }) => ({ href, text: texts.title?.value, lang })),
    ...(settings?.texts.footerLinks?.value ?? []).map(({ url: href, text }) => ({
      href,
      text,
      lang: settings?.texts.footerLinks?.lang ?? locale,
      rel: 'noopener',
    })),
  ];
  return {
    locale,
    /** The language of the content: another one where an entry isn't translated. */
    lang: page.lang ?? locale,
    title,
    /** The way to the page, for readers, and the same with what it is about for search engines. */
    breadcrumbs: crumbs && {
      crumbs,
      things: [breadcrumbData(crumbs, page.title, siteUrl), ...(about ? [about] : [])],
    },
    /** Of the window. */
    fullTitle: site.preview ? t('preview.label') + colon(locale) + named : named,
    description,
    linkPreview: linkPreview(
      {
        title,
        description,
        isArticle: page.isArticle ?? false,
        url: links.canonical,
        siteName: name,
        lang: page.lang ?? locale,
        picture: page.picture ?? sitePicture(context),
      },
      siteUrl,
    ),
    links,
    siteName: name,
    tagline,
    /** The colours of the browser's bars, `#rrggbb`. */
    themeColours: { light: longHex(brand.light.ground), dark: longHex(brand.dark.ground) },
    /** Without one the header has a weave in the site's colours. */
    hasLogo: brand.logo !== undefined,
    isSample: settings?.shared.sample ?? false,
    isListed: !(page.noindex || settings?.shared.sample || site.preview),
    section,
    emptySections,
    /** Whose thread lies under the header; none on the home page. */
    band: isHome ? undefined : (page.band ?? `site-${section ?? 'home'}`),
    languages: site.locales.map((other) => ({
      locale: other,
      name: localeTable[other].name,
      href: paths[other] ?? pathOf(other, { to: 'home' }),
    })),
    footerLinks,
    /** The destinations of the site's forms. */
    formOrigins: context.formOrigins,
    preview: site.preview && previewView(site, t, site.preview, paths[locale]),
  };
}

/** The frame of a page that is at the same place in each language. */
export const placeFrame = (
  context: ViewContext,
  place: Route,
  title: string,
  description: string,
  head: Partial<PageHead> = {},
) => frameView(context, { title, description, paths: alternatePaths(context, place), ...head });

/** The frame of an entry's page, below the list of its section. */
export const entryFrame = (
  context: ViewContext,
  entry: Exclude<PagedEntry, { readonly type: 'opportunity' | 'page' }>,
  head: Partial<PageHead>,
) => {
  const section = typeSection[entry.type];
  const crumbs = [sectionCrumb(context, section)];
  return frameView(context, { ...entryHead(entry), crumbs, section, band: entry.id, ...head });
};

/**
 * The frame of a section's page. `strings` is what the names of its title and its introduction begin with, which is its
 * description too.
 */
export function sectionFrame(
  context: ViewContext,
  section: Section,
  strings: 'data' | 'embed' | 'fit' | 'goals' | 'impact' | 'saved' | 'subscribe' | `message.${MessageForm}`,
  head: Pick<PageHead, 'section' | 'crumbs' | 'noindex'> = {},
) {
  const { t } = context;
  return placeFrame(context, { to: 'section', section }, t(`${strings}.title`), t(`${strings}.intro`), head);
}

/** The same place in each language. */
export function alternatePaths({ site }: ViewContext, route: Route): Partial<Record<Locale, string>> {
  return Object.fromEntries(site.locales.map((locale) => [locale, pathOf(locale, route)]));
}

/** Describes the page of an entry. */
export function entryHead({ type, paths, translations, lang, texts }: PagedEntry) {
  const title = 'name' in texts ? texts.name : texts.title;
  return {
    title: title.value,
    description: texts.summary.value,
    paths,
    translations,
    lang,
    isEntry: true,
    isArticle: type !== 'organization' && type !== 'page',
  };
}

/** The head of a page that the one of figures leads to. */
export const belowImpact = (context: ViewContext) =>
  ({ section: 'impact', crumbs: [sectionCrumb(context, 'impact')] }) as const;

/** The crumb of a section's own page. */
export const sectionCrumb = (
  { locale, t }: ViewContext,
  section: 'organizations' | 'campaigns' | 'stories' | 'resources' | 'impact',
): Crumb => ({ text: t(`nav.${section}`), href: pathOf(locale, { to: 'section', section }) });
