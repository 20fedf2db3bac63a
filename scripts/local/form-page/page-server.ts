/** Serves a page with forms: its files and words, and its API to the page that was opened with the token from the terminal. */
import type { IncomingMessage } from 'node:http';
import { editorTexts } from '@/i18n/editor';
import { isLocale, type Locale } from '@/i18n/locales';
import { describeForms } from '@scripts/forms/describe/describe-forms';
import type { PageWords } from '@scripts/forms/ui/words';
import { createListener, htmlAnswer, jsonAnswer, readJson, type HttpAnswer } from '../http';
import { checkHost, checkPage, createSecret } from './access';
import { bundlePage, fileAnswer, renderPage, type PageFiles, type PageOptions } from './page-files';

/** The largest request in bytes: pictures can be large, and are a third larger as text. */
const requestLimit = 50_000_000;

/** Only the page's own scripts and styles, and requests to its own server. */
const pagePolicy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'form-action': "'none'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
};

const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const refuse = (status: number, error: string, own?: HttpAnswer['headers']) =>
  jsonAnswer(status, { error }, own);

interface FormPageOptions extends PageOptions {
  /** Its scripts by their names. */
  readonly scripts: Readonly<Record<string, string>>;
  /** Parts of its content security policy that differ. */
  readonly policy: Readonly<Record<string, string>>;
  /** `YYYY-MM-DD` */
  readonly today: () => string;
  readonly answerApi: (body: unknown) => Promise<{ readonly status: number; readonly body: unknown }>;
  /** Answers a request for something else that the page shows; undefined if there is no such thing. */
  readonly answerOther?: (address: URL) => Promise<HttpAnswer | undefined>;
}

/** Collects the words of a language. `today` is `YYYY-MM-DD`. */
export const collectPageWords = (locale: Locale, today: string): PageWords => ({
  texts: editorTexts(locale),
  forms: describeForms(locale, today),
});

/** Opens a page with a new token. */
export function openFormPage(options: FormPageOptions) {
  const { scripts, policy, today, answerApi, answerOther } = options;
  const token = createSecret();
  const page = renderPage(options);
  const pageHeaders = {
    'Content-Security-Policy': Object.entries({ ...pagePolicy, ...policy })
      .map(([name, value]) => `${name} ${value}`)
      .join('; '),
  };
  let bundled: Promise<PageFiles> | undefined;
  const bundle = () => (bundled ??= bundlePage(scripts));

  const answerPost = async (request: IncomingMessage): Promise<HttpAnswer> => {
    const refusal = checkPage(request.headers, token);
    if (refusal) return refuse(refusal.status, refusal.error);
    if (Number(request.headers['content-length'] ?? 0) > requestLimit)
      return refuse(413, 'The picture is too large: at most 35 MB.', { Connection: 'close' });
    const { status, body } = await answerApi(await readJson(request, requestLimit));
    return jsonAnswer(status, body);
  };

  const answerGet = async (address: URL, shown: string): Promise<HttpAnswer> => {
    const { pathname } = address;
    // Its files are beside it.
    if (!shown.endsWith('/') && pathname === '/') return { status: 302, headers: { Location: `${shown}/` } };
    if (pathname === '/') return htmlAnswer(200, page, pageHeaders);
    const locale = /^\/words\/([\w-]+)\.json$/.exec(pathname)?.[1];
    if (isLocale(locale)) return jsonAnswer(200, collectPageWords(locale, today()));
    return (
      fileAnswer(await bundle(), pathname.slice(1)) ??
      (await answerOther?.(address)) ??
      refuse(404, 'There is no such page.')
    );
  };

  const answer = async (request: IncomingMessage): Promise<HttpAnswer> => {
    const refusal = checkHost(request.headers);
    if (refusal) return refuse(refusal.status, refusal.error);
    const { url = '/', method } = request;
    const address = new URL(url, 'http://localhost');
    const isApi = address.pathname === '/api/';
    if (isApi && method === 'POST') return answerPost(request);
    if (isApi || (method !== 'GET' && method !== 'HEAD'))
      return refuse(405, 'There is no such action.', { Allow: isApi ? 'POST' : 'GET, HEAD' });
    // The development server takes its own path off.
    const { originalUrl = url } = request as IncomingMessage & { readonly originalUrl?: string };
    return answerGet(address, originalUrl.split('?')[0] ?? '/');
  };

  return {
    /** Answers requests. The page is at `/`, and its API at `/api/`. */
    answer: createListener(async (request) => {
      const { headers: own, ...made } = await answer(request);
      return { ...made, headers: { ...headers, ...own } };
    }),
    /** The fragment of the address that opens the page. Browsers don't send fragments, so no server can log the token. */
    fragment: `#token=${token.value}`,
    /** Bundles the page, which takes seconds; else that happens when it is first asked for. */
    bundle,
  };
}
