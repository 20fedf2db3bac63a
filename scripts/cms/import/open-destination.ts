/** Opens the content folder or the Contentful space for imported entries. */
import type { Config } from '@/config/config';
import { openFolderDestination, type ImportDestination } from './destination';

/** Where entries go. */
export interface DestinationOptions {
  /** Imports into the Contentful space instead of the content folder. */
  readonly contentful?: boolean | undefined;
}

/** Rejects with an `OperatorError` if an entry can't be read. */
export async function openDestination(
  { contentful }: DestinationOptions,
  config: Config,
  print: (line: string) => void,
): Promise<ImportDestination> {
  if (contentful !== true) return openFolderDestination(config.content.dir, print);
  // The client for Contentful is large and seldom needed.
  const { openSpaceDestination } = await import('../space-destination');
  return openSpaceDestination(config, print);
}
