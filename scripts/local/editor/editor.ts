/** The local editor: forms for the content folder. The development server serves it below `/admin`. */
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Problem } from '@/model/problems';
import { utcDay } from '@/model/time/clock';
import type { ReadEntryStatus } from '../status/read-entry-status';
import type { HttpAnswer } from '../http';
import { checkHost, createSecret } from '../form-page/access';
import { openFormPage } from '../form-page/page-server';
import { findContentType } from '../site/static-files';
import { answerApi } from './api';
import { openEntries } from './storage/entries';
import { readPicture } from './storage/pictures';

/** The editor's path on the development server. */
export const editorPath = '/admin';

export type Editor = ReturnType<typeof openEditor>;

export interface EditorOptions {
  readonly contentFolder: string;
  /** The file for the form's values, from which the page beside the form is rendered. */
  readonly paneFile: string;
  /** The problems of entries that the site can't show as they are in their files. */
  readonly broken?: () => readonly Problem[];
  readonly readStatus?: ReadEntryStatus;
  /** The present instant (ms). */
  readonly now?: () => number;
}

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Opens the editor for a content folder, with new secrets. */
export function openEditor({
  contentFolder,
  paneFile,
  broken = () => [],
  readStatus = () => Promise.resolve(undefined),
  now = Date.now,
}: EditorOptions) {
  // Frames and pictures can’t send a header, and the token must not be in an address: they have a key of their own.
  const key = createSecret();
  const root = path.resolve(contentFolder);
  const today = () => utcDay(now());
  const services = {
    root,
    paneFile,
    key: key.value,
    entries: openEntries(root, today),
    broken,
    readStatus,
  };
  const answerPicture = async ({ pathname, searchParams }: URL): Promise<HttpAnswer | undefined> => {
    if (pathname !== '/picture/' || !key.matches(searchParams.get('key'))) return undefined;
    const address = searchParams.get('address') ?? '';
    const body = await readPicture(root, address).catch(() => undefined);
    // Nothing in it may run, such as a script in an SVG.
    const headers = { 'Content-Type': findContentType(address), 'Content-Security-Policy': 'sandbox' };
    return body && { status: 200, headers, body };
  };
  const page = openFormPage({
    name: 'editor',
    title: 'Edit the content',
    icon: '/icon.svg',
    scripts: {
      editor: here('page/editor.client.tsx'),
      'rich-text': here('../../forms/markdown/rich-text.client.ts'),
    },
    // The page beside the form is in a frame.
    policy: { 'frame-src': "'self'", 'frame-ancestors': "'self'" },
    today,
    answerApi: (body) => answerApi(body, services),
    answerOther: answerPicture,
  });
  return {
    ...page,
    /** True if a request for the page beside the form comes from the editor's own page. */
    mayShowPane: ({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>) => {
      const { searchParams } = new URL(url, 'http://localhost');
      return checkHost(headers) === undefined && key.matches(searchParams.get('key'));
    },
  };
}
