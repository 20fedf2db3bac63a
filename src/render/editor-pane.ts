/** The preview beside the editor’s form: its page is rendered with the form’s values. In development only. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { readFile } from 'node:fs/promises';
import { readRenderConfig } from '@/config/render-config';
import type { EditorPane } from '@/pipeline/preview/overlay-entry';

const paneStorage = new AsyncLocalStorage<EditorPane>();

/** Returns the form’s values while the preview is rendered; otherwise undefined. */
export const currentPane = (): EditorPane | undefined => paneStorage.getStore();

/** Runs a task in which `currentSite` has the form’s values. */
export async function withPane<Result>(task: () => Promise<Result>): Promise<Result> {
  const { pane: file } = readRenderConfig();
  if (file === undefined) return task();
  return paneStorage.run(JSON.parse(await readFile(file, 'utf8')) as EditorPane, task);
}
