import type { Config } from '@/config/config';
import { openFolderStore, type EntryStore } from './entry-store';

/** Opens the configured space, or the content folder. Rejects with an `OperatorError` if it can't be read. */
export async function openEntryStore(
  config: Config,
  print: (line: string) => void,
  contentful: boolean | undefined,
): Promise<EntryStore> {
  if (contentful !== true) return openFolderStore(config.content.dir, print);
  // The client for Contentful is large and seldom needed.
  const { openSpaceStore } = await import('./space-store');
  return openSpaceStore(config, print);
}
