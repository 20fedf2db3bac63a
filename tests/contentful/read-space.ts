/** Shared by the tests of the stand-in: a folder to serve, and the real client's source reading it. */
import path from 'node:path';
import { SecretValue } from '@/config/secret-value';
import {
  defaultSettings,
  type ContentfulConfig,
  type ReadSettings,
} from '@/sources/contentful/contentful-config';
import { createContentfulSource } from '@/sources/contentful/contentful-source';
import type { SourceContent } from '@/sources/source';
import { OperatorError } from '@/model/operator-error';
import { startStandIn, type ContentfulServer, type StandInOptions } from './start';

/** Thirteen published entries and a draft, two pictures, three languages. */
export const fixture = path.join(import.meta.dirname, '../small-content');

/** Impatient, so that tests are quick; tests of repetitions say how many they want. */
const quick: Partial<ReadSettings> = { retryLimit: 0, pauseMs: 0, retryMs: 1, timeoutMs: 5000 };

/** The content that a source read, with its lines of progress. */
interface PullResult {
  readonly pulled: SourceContent;
  readonly lines: readonly string[];
}

/** Reads a running stand-in through the real client. */
export async function pullFrom(
  standIn: ContentfulServer,
  settings: Partial<ReadSettings> = {},
  config: Partial<ContentfulConfig> = {},
): Promise<PullResult> {
  const lines: string[] = [];
  const source = createContentfulSource(
    { space: 'local', environment: 'master', token: new SecretValue('local'), host: standIn.host, ...config },
    { ...defaultSettings, ...quick, ...settings },
  );
  const pulled = await source.read((line) => lines.push(line));
  return { pulled, lines };
}

/** Starts a stand-in for as long as `use` takes. */
export async function withStandIn<T>(
  options: Partial<StandInOptions>,
  use: (standIn: ContentfulServer) => Promise<T>,
): Promise<T> {
  const standIn = await startStandIn({ content: fixture, ...options });
  try {
    return await use(standIn);
  } finally {
    await standIn.close();
  }
}

/** Pulls the fixture once, under these options. */
export function readStandIn(
  options: Partial<StandInOptions> = {},
  settings: Partial<ReadSettings> = {},
): Promise<PullResult> {
  return withStandIn(options, (standIn) => pullFrom(standIn, settings));
}

/** The `OperatorError` that a promise rejects with. Throws where it is fulfilled or rejects with something else. */
export async function failure(promise: Promise<unknown>): Promise<OperatorError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof OperatorError) return error;
    throw error;
  }
  throw new Error('Nothing failed.');
}
