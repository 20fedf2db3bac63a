import { loadJson } from '@/components/load-file.client';
import { loadOnce } from '../query/load-once.client';
import type { SearchEntry } from './entries';

let loader: (() => Promise<readonly SearchEntry[]>) | undefined;

/** Loads the entries of the page's language once. Rejects on failure; the next call tries again. */
export function loadEntries(url: string): Promise<readonly SearchEntry[]> {
  loader ??= loadOnce(() => loadJson<readonly SearchEntry[]>(url));
  return loader();
}
