/**
 * Routes that only a server on this machine has, below `/preview/`: the content report, an address for each entry by its id,
 * and its state.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { editorTranslator } from '@/i18n/editor';
import { isLocale, locales, type Locale } from '@/i18n/locales';
import { preferredLocale } from '@/i18n/preferred';
import { pathOf } from '@/i18n/routes';
import { html } from '@/model/html';
import { entryId } from '@/model/fields/fields';
import { contentTypeNames, isEntryType } from '@/model/types/entry';
import { entriesWithPages } from '@/site/site';
import type { PreparedPreview } from '@/site/prepare/prepare';
import { buildContentReport } from '@/report/content-report';
import { readLastSite } from '@/publish/targets/deploy-target';
import { renderReportPage } from '@/report/page/report-page';
import { htmlAnswer, jsonAnswer, sendAnswer, type HttpAnswer } from '../http';
import type { ReadEntryStatus } from '../status/read-entry-status';
import { wantedLanguages } from './preview-language';

/** Where they are. Contentful’s “Open preview” is given `http://localhost:4321/preview/{entry.sys.id}/`. */
export const previewPath = '/preview';

/** The folder that a build goes to, unless it is told another. */
const usual = 'dist';

const uncached = { 'Cache-Control': 'no-cache' };

const redirect = (to: string): HttpAnswer => ({ status: 302, headers: { ...uncached, Location: to } });

async function reportAnswer(
  { next }: PreparedPreview,
  wanted: readonly string[],
  editor: string | undefined,
): Promise<HttpAnswer> {
  const before = await readLastSite(usual);
  const report = buildContentReport(next, { verdict: { outcome: 'looked' }, before, editor });
  const page = renderReportPage(report, {
    locale: choose(wanted, locales) ?? locales[0],
    fileHref: () => undefined,
    languageHref: (locale) => `${previewPath}/?locale=${locale}`,
  });
  return htmlAnswer(200, page, uncached);
}

/** The first of the wanted languages that is offered; undefined if none is. */
function choose(wanted: readonly string[], offered: readonly Locale[]): Locale | undefined {
  const found = preferredLocale(wanted, offered);
  return isLocale(found) ? found : offered[0];
}

/** A page that says in the editor’s language that there is no such entry. */
function notFound(wanted: readonly string[]): HttpAnswer {
  const t = editorTranslator(choose(wanted, locales) ?? locales[0]);
  const page = html`<!doctype html>
<html lang="${t.locale}">
  <head><meta charset="utf-8"><meta name="robots" content="noindex"><title>${t('No such entry')}</title></head>
  <body>
    <p>${t('No entry of this id can be shown. If it is a draft, it still lacks what its page needs: the content report says what.')} <a href="${previewPath}/">${t('Content report')}</a></p>
  </body>
</html>
`;
  return htmlAnswer(404, page.text, uncached);
}

/** The page of an entry in the first of the wanted languages; what has no page is on the home page. */
function entryAnswer(
  { shown }: PreparedPreview,
  names: readonly string[],
  wanted: readonly string[],
): HttpAnswer {
  const { site, content } = shown;
  const locale = choose(wanted, site.locales);
  if (locale === undefined) return notFound(wanted);
  const [first = '', second] = names;
  const keys =
    second === undefined ? contentTypeNames.map((type) => `${type}/${first}`) : [`${first}/${second}`];
  const own = site.byLocale.get(locale);
  const page = own && entriesWithPages(own).find(({ type, id }) => keys.includes(`${type}/${id}`));
  if (page) return redirect(page.path);
  return content.entries.some(({ type, id }) => keys.includes(`${type}/${id}`))
    ? redirect(pathOf(locale, { to: 'home' }))
    : notFound(wanted);
}

/** The state of an entry as JSON, for the note on its page. */
async function statusAnswer(
  readStatus: ReadEntryStatus,
  [type = '', id = '']: readonly string[],
  locale: string | null,
): Promise<HttpAnswer> {
  const status =
    isEntryType(type) && entryId.safeParse(id).success
      ? await readStatus({ type, id }, isLocale(locale) ? locale : locales[0])
      : undefined;
  return jsonAnswer(200, status ?? null, { 'Cache-Control': 'no-store' });
}

interface PreviewRoutesOptions {
  readonly current: () => PreparedPreview;
  /** The address of the local editor; undefined if there is none. */
  readonly editor: string | undefined;
  readonly readStatus: ReadEntryStatus;
}

/** The answer to a request below `/preview`, which is already removed. */
async function previewAnswer(
  { url = '/', headers }: Pick<IncomingMessage, 'url' | 'headers'>,
  { current, editor, readStatus }: PreviewRoutesOptions,
): Promise<HttpAnswer> {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const names = pathname
    .split('/')
    .filter((part) => part !== '')
    .map((part) => (URL.canParse(`http://localhost/${part}`) ? decodeURIComponent(part) : part));
  const [first, ...rest] = names;
  if (first === 'status' && rest.length === 2)
    return statusAnswer(readStatus, rest, searchParams.get('locale'));
  const wanted = wantedLanguages(searchParams.get('locale'), headers['accept-language']);
  return first === undefined
    ? reportAnswer(current(), wanted, editor)
    : entryAnswer(current(), names, wanted);
}

/** Answers requests below `/preview`. */
export function previewRoutes(options: PreviewRoutesOptions) {
  return (request: IncomingMessage, response: ServerResponse, next: (error: unknown) => void): void => {
    previewAnswer(request, options)
      .then((answer) => sendAnswer(response, answer))
      .catch(next);
  };
}
