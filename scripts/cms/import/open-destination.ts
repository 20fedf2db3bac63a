/** Opens the place that a command line names. */
import type { Config } from '@/config/config';
import { UsageError } from '@/terminal/command-line';
import { openFolderDestination, type ImportDestination } from './destination';

/** Where entries go. */
export interface DestinationOptions {
  /** The folder for the entries, if it isn't the content folder. */
  readonly to?: string | undefined;
  /** Imports into the Contentful space instead of a folder. */
  readonly contentful?: boolean | undefined;
}

/** Opens a folder or the space. Rejects with a `UsageError` for both. */
export async function openDestination(
  { to, contentful }: DestinationOptions,
  config: Config,
  print: (line: string) => void,
): Promise<ImportDestination> {
  if (contentful && to !== undefined) {
    throw new UsageError('--to and --contentful are two places. Give one of them.');
  }
  const { dir: content } = config.content;
  if (contentful !== true) return openFolderDestination(to ?? content, content, print);
  // The client for Contentful is large and seldom needed, so it is loaded only here.
  const { openSpaceDestination } = await import('../space-destination');
  return openSpaceDestination(config, print);
}
