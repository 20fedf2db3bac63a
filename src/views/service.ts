/** Pages of the service itself: where nothing is, without a connection, and after something was sent. */
import { localeTable, type Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';
import { pathOf } from '@/i18n/routes';
import type { LocalizedText } from '@/site/localized-entry';
import type { Site } from '@/site/site';
import type { ViewContext } from './frame/context';
import { frameView, alternatePaths, type FrameView } from './frame/frame';

export interface NotFoundView {
  readonly frame: FrameView;
  /** Further languages that the page speaks. */
  readonly others: readonly Locale[];
}

/** For an address that leads nowhere; the site's common one speaks every language. */
export function notFoundView(context: ViewContext, others: readonly Locale[] = []): NotFoundView {
  const { t } = context;
  const titles = [t, ...others.map((other) => translator(other))].map((words) => words('notFound.title'));
  return {
    frame: frameView(context, {
      title: titles.join(' · '),
      description: t('notFound.text'),
      paths: alternatePaths(context, { to: 'not-found' }),
      noindex: true,
    }),
    others,
  };
}

export interface OfflineView {
  readonly frame: FrameView;
}

/** In the place of a page that could not be loaded and isn't kept. */
export function offlineView(context: ViewContext): OfflineView {
  const { t } = context;
  return {
    frame: frameView(context, {
      title: t('offline.title'),
      description: t('offline.text'),
      paths: alternatePaths(context, { to: 'offline' }),
      noindex: true,
    }),
  };
}

export interface SentView {
  readonly frame: FrameView;
  /** An application leads to `thanks`, a message to the editors to `received`. */
  readonly section: 'thanks' | 'received';
  readonly contactEmail: string | undefined;
  readonly contactNote: LocalizedText<string> | undefined;
}

export function sentView(context: ViewContext, section: SentView['section']): SentView {
  const { t, own } = context;
  return {
    frame: frameView(context, {
      title: t(`${section}.title`),
      description: t(section === 'thanks' ? 'thanks.next.read' : 'received.text'),
      paths: alternatePaths(context, { to: 'section', section }),
      noindex: true,
    }),
    section,
    contactEmail: own.settings?.shared.contactEmail,
    contactNote: own.settings?.texts.contactNote,
  };
}

/** The site's bare address. */
export interface RootView {
  /** The language of the page itself. */
  readonly locale: Locale;
  readonly choices: readonly {
    readonly locale: Locale;
    readonly href: string;
    /** The language in its own words. */
    readonly name: string;
    readonly siteName: string;
  }[];
  readonly isSample: boolean;
}

export function rootView({ locales, byLocale }: Site): RootView {
  const locale = locales[0] ?? 'en';
  return {
    locale,
    choices: locales.map((own) => ({
      locale: own,
      href: pathOf(own, { to: 'home' }),
      name: localeTable[own].name,
      siteName: byLocale.get(own)?.settings?.texts.name?.value ?? translator(own)('site.name'),
    })),
    isSample: byLocale.get(locale)?.settings?.shared.sample ?? false,
  };
}
