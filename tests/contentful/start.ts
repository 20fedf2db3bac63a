/** Starts the stand-in for Contentful with the entries of a folder, or without any. */
import { OperatorError } from '@/model/operator-error';
import { createFilesSource } from '@/sources/files/files-source';
import {
  faults as serviceFaults,
  startServer,
  StartError,
  type ContentfulServer,
  type FaultName as ServiceFaultName,
} from '../../packages/contentful-local/server.ts';
import { assetPath, buildSpace } from './build-space';
import type { ContentFault } from './change-space';
import { contentFaults } from './content-faults';
import { entryFaults } from './entry-faults';
import { buildLocales, type LocaleSetting } from './locale-settings';

const ownFaults = { ...contentFaults, ...entryFaults };

export type { ContentfulServer } from '../../packages/contentful-local/server.ts';

/** A fault of the service, or of the content. */
export type FaultName = ServiceFaultName | keyof typeof ownFaults;

/** The description of each fault. */
export const faults: Readonly<Record<FaultName, Pick<ContentFault, 'description'>>> = {
  ...serviceFaults,
  ...ownFaults,
};

const isOwn = (name: FaultName): name is keyof typeof ownFaults => name in ownFaults;

export interface StandInOptions {
  /** The folder with the entries, which is read once. Without it the space is empty and has no content types. */
  readonly content?: string;
  /** 0, the default, means any free port. */
  readonly port?: number;
  readonly fault?: FaultName;
  /** The locales, the default one first. By default they are the languages of the folder. */
  readonly locales?: readonly LocaleSetting[];
}

/** Rejects with an `OperatorError` if the folder can't be served, or the port can't be used. */
export async function startStandIn(options: StandInOptions = {}): Promise<ContentfulServer> {
  const { content: folder, port = 0, fault: name } = options;
  const content = folder === undefined ? undefined : await createFilesSource(folder).read(() => undefined);
  const fault: ContentFault | undefined = name !== undefined && isOwn(name) ? ownFaults[name] : undefined;
  const intended = options.locales ?? content?.locales.map((code) => ({ code })) ?? [{ code: 'en-US' }];
  const locales = fault?.locales?.(intended) ?? intended;
  const built = content && (await buildSpace(content, intended, locales));
  const space = built ? (fault?.space?.(built) ?? built) : { locales: buildLocales(locales) };
  const files = new Map([...(content?.assets.values() ?? [])].map(({ id, read }) => [assetPath(id), read]));
  return startServer({
    space,
    files,
    port,
    fault: name !== undefined && !isOwn(name) ? name : undefined,
  }).catch((error: unknown) => {
    if (error instanceof StartError) throw new OperatorError(error.message);
    throw error;
  });
}
