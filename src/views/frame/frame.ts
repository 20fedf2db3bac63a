/** The frame around the content of every page: the head, the header with the languages, the footer. */
import { currentBrand, longHex } from '@/brand/brand';
import { colon } from '@/i18n/format/colon';
import { localeTable } from '@/i18n/locales';
import { pathOf, typeSection, type Route, type Section } from '@/i18n/routes';
import type { StringKey } from '@/i18n/strings';
import { campaignStrings, sharedPage } from '../share/shared-entries';
import { entryPicture, sitePicture } from '../share/site-pictures';
import type { SharePicture } from '../share/share-picture';
import { breadcrumbData, type Crumb, type TypedThing } from '../structured/things';
import { footerSections, kinds } from '@/site/page-kinds';
import type { PagedEntry } from '@/site/site';
import { siteName, siteTagline, type SiteContext, type ViewContext } from './context';
import { headLinks, type PageAddress } from './head-links';
import { pageTitle, pageDescription, windowTitle } from './head-texts';
import { linkPreview } from './link-preview';
import { previewView } from './preview';

/** An item of the menu. */
export type MenuSection =
  'search' | 'organizations' | 'campaigns' | 'stories' | 'resources' | 'impact' | 'saved';

/** The description of a page. */
interface PageHead extends Omit<PageAddress, 'paths' | 'isHome'> {
  /** Its place, where that is the same in each language; else its path in each. */
  readonly at: Route | PageAddress['paths'];
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

/** The frame of a page. */
export function frameView(context: ViewContext, page: PageHead) {
  const { locale, t, site, own, siteUrl } = context;
  const { settings } = own;
  const { at, crumbs, about, section } = page;
  const isHome = 'to' in at && at.to === 'home';
  const paths = 'to' in at ? pathsOf(context, at) : at;
  const name = siteName(context);
  const tagline = siteTagline(context);
  const brand = currentBrand();
  const title = pageTitle(t, page.title, page.page);
  const named = isHome ? title : windowTitle(t, { ...page, text: page.title }, name);
  const description = pageDescription(locale, page.description, [tagline, t('home.intro')]);
  const links = headLinks({ ...page, paths, isHome, locale }, siteUrl);
  /** They have no page. */
  const emptySections: readonly MenuSection[] = (
    ['organizations', 'campaigns', 'stories', 'resources'] as const
  ).filter((name) => own[name].length === 0);
  const footerPages = own.pages
    .filter(({ shared }) => shared.inFooter)
    .toSorted((a, b) => a.shared.order - b.shared.order);
  const { value: furtherLinks = [], lang: furtherLang = locale } = settings?.texts.footerLinks ?? {};
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
    linkPreview: linkPreview(context, {
      title,
      description,
      isArticle: page.isArticle,
      url: links.canonical,
      lang: page.lang ?? locale,
      picture: page.picture ?? sitePicture(context),
    }),
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
    footerLinks: [
      { href: pathOf(locale, { to: 'browse' }), text: t('footer.browse'), lang: locale },
      ...footerSections
        .filter((name) => kinds[name].pages(own).length > 0)
        .map((section) => ({
          href: pathOf(locale, { to: 'section', section }),
          text: t(`${section}.title`),
          lang: locale,
        })),
      ...footerPages.map(({ path: href, texts, lang }) => ({ href, text: texts.title.value, lang })),
      ...furtherLinks.map(({ url: href, text }) => ({ href, text, lang: furtherLang })),
    ],
    /** The destinations of the site's forms. */
    formOrigins: context.formOrigins,
    /** The texts by which it is passed on; an entry has its own (`sharedEntry`). */
    shared: page.noindex ? undefined : sharedPage(context, { title, description, url: links.canonical }),
    preview: site.preview && previewView(site, t, site.preview, paths[locale]),
  };
}

/** The frame of an entry's page, below the list of its section. */
export const entryFrame = (
  context: ViewContext,
  entry: Exclude<PagedEntry, { readonly type: 'opportunity' | 'page' }>,
  head: Partial<PageHead>,
) => {
  const section = typeSection[entry.type];
  const crumbs = [sectionCrumb(context, section)];
  return frameView(context, { ...entryHead(context, entry), crumbs, section, band: entry.id, ...head });
};

/** The names of strings up to `.title`, where there is an `.intro` too: `goals`, `message.join`. */
type TitledStrings<Key extends StringKey = StringKey> = Key extends `${infer Name}.title`
  ? `${Name}.intro` extends StringKey
    ? Name
    : never
  : never;

/**
 * The frame of a section's page. `strings` is what the names of its title and its introduction begin with, which is its
 * description too.
 */
export function sectionFrame(
  context: ViewContext,
  section: Section,
  strings: TitledStrings,
  head: Pick<PageHead, 'section' | 'crumbs' | 'noindex'> = {},
) {
  const { t } = context;
  const [title, description] = [t(`${strings}.title`), t(`${strings}.intro`)];
  return frameView(context, { at: { to: 'section', section }, title, description, ...head });
}

/** The same place in each language. */
function pathsOf({ site }: ViewContext, route: Route): PageAddress['paths'] {
  return Object.fromEntries(site.locales.map((locale) => [locale, pathOf(locale, route)]));
}

/** Describes the page of an entry, as links to it show it too. */
export function entryHead(context: SiteContext, entry: PagedEntry) {
  const { type, paths: at, translations, lang, texts } = entry;
  const title = 'name' in texts ? texts.name : texts.title;
  const ended = type === 'campaign' ? campaignStrings(entry, context).ended : undefined;
  return {
    at,
    title: title.value,
    description: ended ?? texts.summary.value,
    picture: entryPicture(context, entry),
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
