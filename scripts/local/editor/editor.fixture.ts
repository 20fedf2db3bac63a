/** A running editor with a copy of the small content, for all tests of a file. */
import { cp, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { contentTypes } from '@/model/types/types';
import { temporaryFolder } from '../../test/temporary-folder';
import { startServer, type LocalServer } from '../listen';
import { ask as askRaw } from '../request.fixture';
import { openEditor, type Editor, type EditorOptions } from './editor';
import type { FormCheck } from './entry/check-form';
import { parseFields } from './entry/entry-problems';

interface Answer {
  readonly status: number;
  readonly body: {
    readonly error?: string;
    readonly current?: string | null;
    readonly findings?: FormCheck['findings'];
    readonly remarks?: FormCheck['findings'];
    readonly leaving?: readonly { readonly type: string; readonly title: string }[];
  };
}

/** Starts an editor before the tests of the calling file, and stops it afterwards. */
export function useEditor(options: Pick<EditorOptions, 'now'> = {}) {
  const folder = temporaryFolder('all');
  let editor: Editor;
  let server: LocalServer;

  const file = (name: string) => folder.at('content', name);
  const token = () => editor.fragment.replace('#token=', '');
  const ownHeaders = () => ({
    'Content-Type': 'application/json',
    Origin: server.url,
    'X-Editor-Token': token(),
  });

  /** Posts to the editor with exactly these headers. */
  async function post(address: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
    const url = `${server.url}${address}`;
    const answer = await askRaw(url, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: answer.status ?? 0, body: JSON.parse(answer.body.toString()) as Answer['body'] };
  }

  const ask = (body: unknown) => post('/api/', body, ownHeaders());

  beforeAll(async () => {
    await cp('tests/small-content', file(''), { recursive: true });
    editor = openEditor({ contentFolder: file(''), paneFile: folder.at('pane.json'), ...options });
    server = await startServer(createServer(editor.answer), 0);
  });

  afterAll(() => server.close());

  return {
    /** The folder that contains the content folder. */
    root: folder.at,
    editor: () => editor,
    url: () => server.url,
    /** Returns the path of a file in the content folder. */
    file,
    /** Reads a file in the content folder. */
    read: (name: string) => readFile(file(name), 'utf8'),
    token,
    /** The headers of requests from the editor's own page. */
    ownHeaders,
    post,
    /** Sends a request to the API as the editor's own page. */
    ask,
    /** Saves what a form has that was filled from a text. */
    save: (name: string, text: string, base: string | null = null, isConfirmed = false) => {
      const type = Object.values(contentTypes).find(({ folder: own }) => name.startsWith(`${own}/`))?.name;
      const id = path.basename(name, '.yml');
      return ask({ action: 'save', type, id, fields: parseFields(text), base, isConfirmed, locale: 'en' });
    },
  };
}
