/** For the tests of migration: a space as version 0.1.0 of this program set it up, before groups had fields of their own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient, type CreateContentTypeProps, type PlainClientAPI } from 'contentful-management';
import { contentTypeNames, type ContentTypeName, type RawEntry } from '@/model/types/entry';
import { buildContentTypeDefinition } from '@/sources/contentful/model/content-types';
import { listStoredFields } from '@/sources/contentful/stored-fields';
import { afterEach, beforeEach, expect } from 'vitest';
import { startContentfulStandIn, type ContentfulStandIn } from '../local/contentful/stand-in';
import { fixture, pullFrom } from '../local/contentful/testing';
import { pushContent, type TransferOptions } from './push/push-command';
import { setUpSpace, type SetupOptions } from './setup/setup-command';
import { runTransfer, transferContext, writeCanonical } from './transfer.fixture';

const object = (id: string, required = false, localized = false) => ({
  ...{ id, name: id, type: 'Object', required, localized, validations: [], disabled: false, omitted: false },
});

const flag = (id: string, code: string) => ({
  ...{ id, name: id, type: 'Boolean', required: false, localized: false, validations: [] },
  ...{ defaultValue: { [code]: false }, disabled: false, omitted: false },
});

export const formerFlags = ['groupsWelcome', 'microTask', 'certificate', 'reference', 'featured'] as const;

/** The fields that were there in place of present ones. */
const buildFormerFields = (code: string): Readonly<Partial<Record<ContentTypeName, readonly object[]>>> => ({
  opportunity: [
    object('hours', true),
    object('length', true),
    object('closes'),
    ...formerFlags.map((id) => flag(id, code)),
  ],
  organization: [object('replyRate')],
  campaign: [object('shareText', false, true), object('filter')],
});

/** Fields that the model has got since then. */
const laterFields = new Set(['provenance', 'timeZone', 'dataLicence']);

/** Makes the content types of version 0.1.0 in an empty space whose default locale has the code `code`. */
async function makeFormerTypes(client: PlainClientAPI, code: string): Promise<void> {
  const formerFields = buildFormerFields(code);
  for (const contentTypeId of contentTypeNames) {
    const { fields, ...type } = buildContentTypeDefinition(contentTypeId, code);
    const apart = new Set(
      listStoredFields(contentTypeId).flatMap(({ id, place }) => (place.kind === 'field' ? [] : [id])),
    );
    const kept = fields.filter(({ id }) => !apart.has(id) && !laterFields.has(id));
    const definition = { ...type, fields: [...kept, ...(formerFields[contentTypeId] ?? [])] };
    const made = await client.contentType.createWithId(
      { contentTypeId },
      definition as unknown as CreateContentTypeProps,
    );
    await client.contentType.publish({ contentTypeId }, made);
  }
}

/** Starts a space of version 0.1.0 for each test of the file, with the content of the stand-in's fixture. */
export function useFormerSpace(codes: readonly string[] = ['en-US', 'fr', 'es']) {
  const [code = 'en-US'] = codes;
  let dir = '';
  let content = '';
  let standIn: ContentfulStandIn;
  let client: PlainClientAPI;
  const run = (command: typeof pushContent, folder = content, options: TransferOptions = {}) =>
    runTransfer(command, transferContext(standIn, folder, dir), options);
  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'ov-migration-'));
    content = path.join(dir, 'content');
    await writeCanonical(fixture, content);
    standIn = await startContentfulStandIn({ locales: codes.map((one) => ({ code: one })) });
    client = createClient(
      { accessToken: 'local-management', host: standIn.host, insecure: true, proxy: false, retryLimit: 0 },
      { type: 'plain', defaults: { spaceId: 'local', environmentId: 'master' } },
    );
    await makeFormerTypes(client, code);
    expect((await run(pushContent)).lines.at(-1)).toBe('Done.');
  });
  afterEach(async () => {
    await standIn.close();
    await rm(dir, { recursive: true });
  });

  const get = (entryId: string) => client.entry.get({ entryId });

  return {
    get dir() {
      return dir;
    },
    /** The folder that was pushed. */
    get content() {
      return content;
    },
    get standIn() {
      return standIn;
    },
    get client() {
      return client;
    },
    run,
    setUp: async (options: SetupOptions, host = standIn.host) => {
      const context = transferContext({ ...standIn, host }, content, dir);
      return { code: await setUpSpace(options, context), lines: context.lines };
    },
    get,
    /** Saves a draft of an entry with these fields changed. */
    save: async (entryId: string, change: object) => {
      const entry = await get(entryId);
      return client.entry.update({ entryId }, { ...entry, fields: { ...entry.fields, ...change } });
    },
    /** Every entry as the space has it, without versions and dates. */
    snapshot: async () => {
      const { items } = await client.entry.getMany({ query: { limit: 100 } });
      return items.map(({ sys, fields }) => ({
        id: sys.id,
        isPublished: sys.publishedVersion !== undefined,
        isArchived: sys.archivedVersion !== undefined,
        fields,
      }));
    },
    fieldsOf: async (contentTypeId: string) => (await client.contentType.get({ contentTypeId })).fields,
    /** The published entries as the site reads them, without their origin. */
    readSite: async (): Promise<Pick<RawEntry, 'id' | 'locales' | 'shared'>[]> => {
      const { pulled } = await pullFrom(standIn);
      return pulled.entries.map(({ id, locales, shared }) => ({ id, locales, shared }));
    },
  };
}
