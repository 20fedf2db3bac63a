/** For the tests of conflicts: a space, a checkout that works with it, and edits on both sides. */
import { afterEach, beforeEach } from 'vitest';
import { readConfig } from '@/config/config';
import type { StandInOptions } from '../local/contentful/stand-in';
import {
  environmentOf,
  startTransferTest,
  type Checkout,
  type TransferTest,
} from '../local/contentful/transfer-testing';
import { pullContent } from './pull/pull-command';
import { pushContent } from './push/push-command';
import { setUpSpace } from './setup/setup-command';

/** The entry that the tests edit. */
export const entryId = 'relire-carnets';
export const key = `opportunity/${entryId}`;
export const file = `opportunities/${entryId}.yml`;
export const title = 'Relire huit carnets de chantier';
/** Titles that an edit gives the entry on one side. */
export const titleInSpace = 'Relire neuf carnets';
export const titleInFiles = 'Relire dix carnets';

/** Starts a space and a checkout for each test of the file. */
export function useSyncTest() {
  let test: TransferTest;
  let ours: Checkout;
  async function start(options?: Partial<StandInOptions>): Promise<void> {
    test = await startTransferTest({ push: pushContent, pull: pullContent }, options);
    ours = await test.checkout('ours');
  }
  beforeEach(() => start());
  afterEach(() => test.close());

  const readStored = () => test.client.entry.get({ entryId });

  /** Writes a field in the space, as an editor does in Contentful’s web app. */
  async function editInSpace(
    field: string,
    code: string,
    value: unknown,
    { publish = true }: { readonly publish?: boolean } = {},
  ): Promise<void> {
    const entry = await readStored();
    const fields = { ...entry.fields, [field]: { ...(entry.fields[field] as object), [code]: value } };
    const changed = await test.client.entry.update({ entryId }, { ...entry, fields });
    if (publish) await test.client.entry.publish({ entryId }, changed);
  }

  return {
    get test() {
      return test;
    },
    get ours() {
      return ours;
    },
    /** Goes on with an empty space, which has the model unless it is told otherwise. */
    async startEmpty(options: Partial<StandInOptions> = {}, hasModel = true): Promise<void> {
      await test.close();
      await start(options);
      const config = readConfig(environmentOf(ours.content, test.standIn.host), 'setup');
      if (hasModel) await setUpSpace({ yes: true }, { config, print: () => undefined });
    },
    /** The entry as the space has it. */
    readStored,
    readStoredTitle: async () => (await readStored()).fields['title'] as Record<string, string>,
    editInSpace,
    retitleInSpace: (value: string, options?: { readonly publish: boolean }) =>
      editInSpace('title', 'fr', value, options),
    retitleInFiles: () => ours.edit(file, title, titleInFiles),
  };
}
