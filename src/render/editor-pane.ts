/** While the page beside the editor’s form is made, the site has what stands in the form. In development only. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { readFile } from 'node:fs/promises';
import { renderConfig } from '@/config/render';
import type { EditorPane } from '@/pipeline/preview/overlay-entry';

const writing = new AsyncLocalStorage<EditorPane>();

/** What stands in the form, for whoever is asked on behalf of that page; else undefined. */
export const currentPane = (): EditorPane | undefined => writing.getStore();

/** Runs a task for which the site has what stands in the form. */
export async function withPane<Result>(task: () => Promise<Result>): Promise<Result> {
  const { pane: file } = renderConfig();
  if (file === undefined) return task();
  return writing.run(JSON.parse(await readFile(file, 'utf8')) as EditorPane, task);
}
