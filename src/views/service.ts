/** Pages of the service itself: forms for the editors, where nothing is, and the bare address. */
import { messagesDestination } from '@/applications/transport/application-destination';
import { localeTable, type Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { pathOf, type MessageForm } from '@/i18n/routes';
import { countCodePoints } from '@/model/fit-text';
import { titleLimit } from '@/model/head-limits';
import { siteContexts, siteName, type SiteContext, type ViewContext } from './frame/context';
import { frameView, sectionFrame } from './frame/frame';
import { pageDescription } from './frame/head-texts';
import { linkPreview } from './frame/link-preview';
import { sitePicture } from './share/site-pictures';

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
    frame: frameView(context, {
      at: { to: 'not-found' },
      title: titles.join(' · '),
      description: t('notFound.text'),
      noindex: true,
    }),
    others,
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
    linkPreview: linkPreview(first, {
      title: countCodePoints(all) <= titleLimit ? all : siteName(first),
      description: pageDescription(locale, contexts.map(({ t }) => t('site.tagline')).join(' · '), [
        first.t('home.intro'),
      ]),
      url: siteUrl.href,
      lang: locale,
      picture: sitePicture(first),
    }),
    choices: contexts.map(({ own }, index) => ({
      locale: own.locale,
      href: pathOf(own.locale, { to: 'home' }),
      name: localeTable[own.locale].name,
      siteName: names[index] ?? '',
    })),
    isSample: settings?.shared.sample ?? false,
  };
}
