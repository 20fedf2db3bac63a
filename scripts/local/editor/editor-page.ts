/** The editor's page: its files, which are bundled when it is first opened, and its words. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locale } from '@/i18n/locales';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import {
  bundlePage,
  collectPageWords,
  pagePolicy,
  type PageFiles,
  type PageWords,
} from '../form-page/page-files';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** A picture is a blob, and the page beside the form is in a frame. */
export const editorPagePolicy = pagePolicy({
  'img-src': "'self' data: blob:",
  'frame-src': "'self'",
  'frame-ancestors': "'self'",
});

let bundled: Promise<PageFiles> | undefined;

/** Resolves to the files of the page by their names. They are the same as long as this process runs. */
export const readPageFiles = (): Promise<PageFiles> =>
  (bundled ??= bundlePage({
    editor: here('page/editor.client.tsx'),
    'rich-text': here('../../forms/markdown/rich-text.client.ts'),
  }));

/** What the page knows of the content in a language. */
export interface EditorWords extends PageWords {
  /** The folder of each type's entries, as paths have it: `content/stories`. */
  readonly folders: Readonly<Record<ContentTypeName, string>>;
}

/** Collects the words of a language. `today` is `YYYY-MM-DD`. */
export function collectEditorWords(contentFolder: string, locale: Locale, today: string): EditorWords {
  const name = path.basename(path.resolve(contentFolder));
  const folders = contentTypeNames.map((type) => [type, `${name}/${contentTypes[type].folder}`]);
  return {
    ...collectPageWords(locale, today),
    folders: Object.fromEntries(folders) as EditorWords['folders'],
  };
}
