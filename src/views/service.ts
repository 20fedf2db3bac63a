/** Pages of the service itself: forms for the editors, where nothing is, without a connection, and after something was sent. */
import { messagesDestination } from '@/applications/transport/application-destination';
import { localeTable, type Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { pathOf, type MessageForm } from '@/i18n/routes';
import { countCodePoints } from '@/model/fit-text';
import { titleLimit } from '@/model/head-limits';
import type { Redirect } from '@/site/addresses/redirects';
import { entriesWithPages } from '@/site/site';
import { siteContexts, siteName, siteTagline, type SiteContext, type ViewContext } from './frame/context';
import { entryHead, placeFrame, sectionFrame } from './frame/frame';
import { pageDescription } from './frame/head-texts';
import { linkPreview, type PreviewedPage } from './frame/link-preview';
import { campaignStrings } from './share/shared-entries';
import { entryPicture, sitePicture } from './share/site-pictures';

/** Whose guide stands above each form. */
const guideRoles = { register: 'organizations', propose: 'organizations', join: 'volunteers' } as const;

/** A form for the editors: to register, to propose, to write, to report, to correct, to offer help. */
export function messageView(context: ViewContext, form: MessageForm) {
  const { own, siteUrl, forms } = context;
  const role = form in guideRoles ? guideRoles[form as keyof typeof guideRoles] : undefined;
  const guide = role && own.pages.find(({ shared }) => shared.role === role);
  return {
    frame: sectionFrame(context, form, `message.${form}`),
    form,
    /** The page to read first. */
    guide: guide && { path: guide.path, title: guide.texts.title?.value, lang: guide.lang },
    siteUrl: siteUrl.href,
    contactEmail: own.settings?.shared.contactEmail,
    /** Undefined where the site has no form for messages. */
    destination: messagesDestination(forms, own.settings?.shared ?? {}),
  };
}

/** For an address that leads nowhere; the site's common one speaks every language. */
export function notFoundView(context: ViewContext, others: readonly Locale[] = []) {
  const { t } = context;
  const titles = [t, ...others.map((other) => translator(other))].map((words) => words('notFound.title'));
  return {
    frame: placeFrame(context, { to: 'not-found' }, titles.join(' · '), t('notFound.text'), {
      noindex: true,
    }),
    others,
  };
}

/** In the place of a page that could not be loaded and isn't kept. */
export function offlineView(context: ViewContext) {
  const { t } = context;
  return {
    frame: placeFrame(context, { to: 'offline' }, t('offline.title'), t('offline.text'), { noindex: true }),
  };
}

/** An application leads to `thanks`, a message to the editors to `received`. */
export function sentView(context: ViewContext, section: 'thanks' | 'received') {
  const { t, own } = context;
  const description = t(section === 'thanks' ? 'thanks.next.read' : 'received.text');
  return {
    frame: placeFrame(context, { to: 'section', section }, t(`${section}.title`), description, {
      noindex: true,
    }),
    section,
    contactEmail: own.settings?.shared.contactEmail,
    contactNote: own.settings?.texts.contactNote,
  };
}

/** The bare address of a site at `siteUrl`. Its preview is in every language, but for the picture. */
export function rootView(site: SiteContext['site'], siteUrl: URL) {
  const contexts = siteContexts(site, siteUrl);
  const [first] = contexts;
  if (!first) throw new Error('The site has no language.');
  const { locale, settings } = first.own;
  const names = contexts.map(siteName);
  const all = names.join(' · ');
  return {
    locale,
    linkPreview: linkPreview(
      {
        title: countCodePoints(all) <= titleLimit ? all : siteName(first),
        description: pageDescription(locale, contexts.map(({ t }) => t('site.tagline')).join(' · '), [
          first.t('home.intro'),
        ]),
        isArticle: false,
        url: siteUrl.href,
        siteName: siteName(first),
        lang: locale,
        picture: sitePicture(first),
      },
      siteUrl,
    ),
    choices: contexts.map(({ own }, index) => ({
      locale: own.locale,
      href: pathOf(own.locale, { to: 'home' }),
      name: localeTable[own.locale].name,
      siteName: names[index] ?? '',
    })),
    isSample: settings?.shared.sample ?? false,
  };
}

type Titled = Pick<PreviewedPage, 'title' | 'description' | 'isArticle' | 'lang' | 'picture'>;

/** The page that a redirect leads to. */
function redirectTarget(context: SiteContext, { type, id }: Redirect): Titled {
  const { own } = context;
  const entry = entriesWithPages(own).find((one) => one.type === type && one.id === id);
  if (!entry) throw new Error(`There is no page of ${type} ${id} to lead to.`);
  const head = entryHead(entry);
  const ended = entry.type === 'campaign' ? campaignStrings(entry, context).ended : undefined;
  return { ...head, description: ended ?? head.description, picture: entryPicture(context, entry) };
}

/** The page at a former or a short address. */
export function redirectView(context: SiteContext, redirect: Redirect) {
  const { t, own, siteUrl } = context;
  const target = redirectTarget(context, redirect);
  const about = [siteTagline(context), t('home.intro')];
  return {
    locale: own.locale,
    to: redirect.to,
    linkPreview: linkPreview(
      {
        ...target,
        description: pageDescription(own.locale, target.description, about),
        url: new URL(redirect.to, siteUrl).href,
        siteName: siteName(context),
      },
      siteUrl,
    ),
  };
}
