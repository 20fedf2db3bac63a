/** Routes that only a server on this machine has, below `/preview/`: the content report, and an address for each entry by its id. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { toLocale } from '@/i18n/locales';
import { pathOf } from '@/i18n/routes';
import { html } from '@/model/html';
import { contentTypeNames } from '@/model/types/entry';
import { entryPages } from '@/site/addresses/entry-pages';
import type { PreparedPreview } from '@/site/prepare/prepare-preview';
import { readPublishRecord } from '@/publish/targets/published-site';
import { createBuildReport } from '@/publish/report';
import { resolveTarget } from '@/publish/targets/prepare-target';
import { renderReportPage } from '@/report/report-page';
import { htmlAnswer, sendAnswer, type HttpAnswer } from '../http';

/** Where they are. Contentful’s “Open preview” is given `http://localhost:4321/preview/{entry.sys.id}/`. */
export const previewPath = '/preview';

/** The folder that a build goes to, unless it is told another. */
const usual = 'dist';

const uncached = { 'Cache-Control': 'no-cache' };

const redirect = (to: string): HttpAnswer => ({ status: 302, headers: { ...uncached, Location: to } });

async function reportAnswer({ next }: PreparedPreview, editor: string | undefined): Promise<HttpAnswer> {
  const before = await readPublishRecord(await resolveTarget(usual));
  const report = createBuildReport(next, before, { outcome: 'looked' }, { editor });
  return htmlAnswer(200, renderReportPage(report, { fileHref: () => undefined }), uncached);
}

const notFound = htmlAnswer(
  404,
  html`<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><meta name="robots" content="noindex"><title>No such entry</title></head>
  <body>
    <p>The content has no entry of this id that can be read. <a href="${previewPath}/">Content report</a></p>
  </body>
</html>
`.text,
  uncached,
);

/** The page of an entry in the language asked for, else in the site’s first; what has no page is on the home page. */
function entryAnswer(
  { shown }: PreparedPreview,
  names: readonly string[],
  language: string | null,
): HttpAnswer {
  const { site, content } = shown;
  const asked = toLocale(language ?? '');
  const locale = asked && site.byLocale.has(asked) ? asked : site.locales[0];
  if (locale === undefined) return notFound;
  const [first = '', second] = names;
  const keys =
    second === undefined ? contentTypeNames.map((type) => `${type}/${first}`) : [`${first}/${second}`];
  const page = entryPages(site, locale).find(({ key }) => keys.includes(key));
  if (page) return redirect(page.path);
  return content.entries.some(({ type, id }) => keys.includes(`${type}/${id}`))
    ? redirect(pathOf(locale, { to: 'home' }))
    : notFound;
}

/** The answer to a request below `/preview`; `url` is what follows that, `editor` the address of the local editor. */
async function previewAnswer(url: string, content: PreparedPreview, editor?: string): Promise<HttpAnswer> {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const names = pathname
    .split('/')
    .filter((part) => part !== '')
    .map((part) => (URL.canParse(`http://localhost/${part}`) ? decodeURIComponent(part) : part));
  return names.length === 0
    ? reportAnswer(content, editor)
    : entryAnswer(content, names, searchParams.get('locale'));
}

/** Answers requests below `/preview`. */
export function previewRoutes(current: () => PreparedPreview, editor: string | undefined) {
  return (request: IncomingMessage, response: ServerResponse, next: (error: unknown) => void): void => {
    previewAnswer(request.url ?? '/', current(), editor)
      .then((answer) => sendAnswer(response, answer))
      .catch(next);
  };
}
