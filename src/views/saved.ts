/** The pages of what stays on a visitor's device: saved opportunities, and the fit check. */
import { messagesDestination } from '@/applications/transport/application-destination';
import { buildFitProps } from '@/device/fit-page/build-fit-props';
import { countSavedFiles } from '@/device/saved-page/saved-cards';
import { buildSavedProps } from '@/device/saved-page/saved-props';
import { searchVersion } from '@/search/index/search-version';
import type { SearchesProps } from '@/search/saved-searches/searches-props';
import { pathOf } from '@/i18n/routes';
import type { ViewContext } from './frame/context';
import { sectionFrame } from './frame/frame';

/** Search engines have nothing to find on these pages. */
function deviceView(context: ViewContext, name: 'saved' | 'fit') {
  return {
    frame: sectionFrame(context, name, name, { section: 'saved', noindex: true }),
    privacy: context.own.pages.find(({ shared }) => shared.role === 'privacy')?.path,
  };
}

/** Returns the props of the parts that tell of saved searches. */
export function searchesProps({ own, site }: Pick<ViewContext, 'own' | 'site'>): SearchesProps {
  return {
    version: searchVersion(own),
    searchPaths: Object.fromEntries(
      site.locales.map((locale) => [locale, pathOf(locale, { to: 'section', section: 'search' })]),
    ),
  };
}

export function savedView(context: ViewContext) {
  const { t, own, forms } = context;
  const form = messagesDestination(forms, own.settings?.shared ?? {});
  const searches = searchesProps(context);
  const { version } = searches;
  const messages = form && { endpoint: form.endpoint, formId: form.formId };
  return {
    ...deviceView(context, 'saved'),
    saved: buildSavedProps(t, { files: countSavedFiles(own.opportunities.length), version }, messages),
    searches,
  };
}

export function fitView(context: ViewContext) {
  const { t, own } = context;
  return { ...deviceView(context, 'fit'), fit: buildFitProps(t, own.opportunities) };
}
