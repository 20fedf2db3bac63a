/** The local editor: forms for the content folder. The development server serves it below `/admin`. */
import type { IncomingMessage, OutgoingHttpHeaders, RequestListener } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isLocale } from '@/i18n/locales';
import type { Problem } from '@/model/problems';
import { utcDay } from '@/model/time/clock';
import type { ReadEntryStatus } from '../status/read-entry-status';
import { createListener, htmlAnswer, jsonAnswer, readJson, type HttpAnswer } from '../http';
import { checkApiAccess, createSecret, checkHost } from '../form-page/access';
import {
  bundlePage,
  collectPageWords,
  fileAnswer,
  pagePolicy,
  renderPage,
  wordsPattern,
  type PageFiles,
} from '../form-page/page-files';
import { answerApi } from './api';
import { createCompletion } from './entry/complete-save';
import { savePane } from './pane';
import { openEntries, type EntryCompletion } from './storage/entries';

/** The editor's path on the development server. */
export const editorPath = '/admin';

/** The largest request in bytes: pictures can be large, and are a third larger as text. */
const requestLimit = 50_000_000;

export interface Editor {
  /** Answers requests below `/admin`, which is already removed from their addresses. */
  readonly answer: RequestListener;
  /** The fragment of the address that opens the editor. Browsers don't send fragments, so no server can log the token. */
  readonly fragment: string;
  /** True if a request for the page beside the form comes from the editor's own page. */
  readonly mayShowPane: (request: IncomingMessage) => boolean;
}

export interface EditorOptions {
  readonly contentFolder: string;
  /** The file for the form's values, from which the page beside the form is rendered. */
  readonly paneFile: string;
  /** The problems of entries that the site can't show as they are in their files. */
  readonly broken?: () => readonly Problem[];
  readonly readStatus?: ReadEntryStatus;
  /** The present instant (ms). */
  readonly now?: () => number;
  /** Completes and checks an entry before it is written; the model's check by default. */
  readonly complete?: EntryCompletion;
}

const editorPage = renderPage({ name: 'editor', title: 'Edit the content', icon: '/icon.svg' });

/** A picture is a blob, and the page beside the form is in a frame. */
const editorPagePolicy = pagePolicy({
  'img-src': "'self' data: blob:",
  'frame-src': "'self'",
  'frame-ancestors': "'self'",
});

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

let bundled: Promise<PageFiles> | undefined;

/** Bundles the page when it is first opened. Its files are the same as long as this process runs. */
const readPageFiles = (): Promise<PageFiles> =>
  (bundled ??= bundlePage({
    editor: here('page/editor.client.tsx'),
    'rich-text': here('../../forms/markdown/rich-text.client.ts'),
  }));

const commonHeaders = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' };

const createRefusal = (status: number, error: string, headers?: OutgoingHttpHeaders) =>
  jsonAnswer(status, { error }, headers);

/** Opens the editor for a content folder, with new secrets. */
export function openEditor({
  contentFolder,
  paneFile,
  broken = () => [],
  readStatus = () => Promise.resolve(undefined),
  now = Date.now,
  complete = createCompletion(path.resolve(contentFolder), () => utcDay(now())),
}: EditorOptions): Editor {
  const token = createSecret();
  // A frame can’t send a header, and the token must not be in an address: the page beside the form has its own key.
  const paneKey = createSecret();
  const root = path.resolve(contentFolder);
  const services = { root, entries: openEntries(root, complete), broken, readStatus };

  const answerPost = async (pathname: string, request: IncomingMessage): Promise<HttpAnswer> => {
    const refusal = checkApiAccess(request.headers, token);
    if (refusal) return createRefusal(refusal.status, refusal.error);
    if (Number(request.headers['content-length'] ?? 0) > requestLimit)
      return createRefusal(413, 'The picture is too large: at most 35 MB.', { Connection: 'close' });
    const body = await readJson(request, requestLimit);
    if (pathname === '/pane/')
      return savePane(paneFile, body).then(
        () => jsonAnswer(200, { key: paneKey.value }),
        () => createRefusal(422, 'What is in the form can’t be shown.'),
      );
    const answer = await answerApi(body, services);
    return jsonAnswer(answer.status, answer.body);
  };

  const answerGet = async (pathname: string, request: IncomingMessage): Promise<HttpAnswer> => {
    const { originalUrl = '/' } = request as IncomingMessage & { readonly originalUrl?: string };
    if (pathname === '/' && originalUrl.split('?')[0]?.endsWith('/') === false)
      return { status: 302, headers: { Location: `${editorPath}/` } };
    if (pathname === '/') return htmlAnswer(200, editorPage, { 'Content-Security-Policy': editorPagePolicy });
    const locale = wordsPattern.exec(pathname)?.[1];
    if (isLocale(locale))
      return jsonAnswer(200, collectPageWords(locale, utcDay(now())), {
        'Cache-Control': 'no-cache',
      });
    const file = fileAnswer(await readPageFiles(), pathname.slice(1));
    return file ?? createRefusal(404, 'The editor has no such page.');
  };

  const answer = async (request: IncomingMessage): Promise<HttpAnswer> => {
    const refusal = checkHost(request.headers);
    if (refusal) return createRefusal(refusal.status, refusal.error);
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const isApi = pathname === '/api/v1/' || pathname === '/pane/';
    if (isApi && request.method === 'POST') {
      const { headers, ...made } = await answerPost(pathname, request);
      return { ...made, headers: { 'Cache-Control': 'no-store', ...headers } };
    }
    return isApi || (request.method !== 'GET' && request.method !== 'HEAD')
      ? createRefusal(405, 'The editor has no such action.', { Allow: isApi ? 'POST' : 'GET, HEAD' })
      : answerGet(pathname, request);
  };

  return {
    answer: createListener(async (request) => {
      const { headers, ...made } = await answer(request);
      return { ...made, headers: { ...commonHeaders, ...headers } };
    }),
    fragment: `#token=${token.value}`,
    mayShowPane: ({ url = '', headers }) => {
      const { searchParams } = new URL(url, 'http://localhost');
      return checkHost(headers) === undefined && paneKey.matches(searchParams.get('key'));
    },
  };
}
