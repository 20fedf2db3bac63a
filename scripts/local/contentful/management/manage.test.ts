import { createClient, type PlainClientAPI } from 'contentful-management';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startContentfulStandIn, type ContentfulStandIn } from '../stand-in';
import { fixture } from '../testing';

let standIn: ContentfulStandIn;
let client: PlainClientAPI;
beforeEach(async () => {
  standIn = await startContentfulStandIn({ content: fixture });
  client = createClient(
    { accessToken: 'local-management', host: standIn.host, insecure: true, proxy: false },
    { type: 'plain', defaults: { spaceId: 'local', environmentId: 'master' } },
  );
});
afterEach(() => standIn.close());

const entryId = 'relire-carnets';
const mismatch = { name: 'VersionMismatch' };

describe('versions', () => {
  it('are asked for with each change of an entry, and only the present one is accepted', async () => {
    const seen = await client.entry.get({ entryId });
    const changed = await client.entry.update({ entryId }, seen);
    expect(changed.sys.version).toBe(seen.sys.version + 1);
    await expect(client.entry.update({ entryId }, seen)).rejects.toMatchObject(mismatch);
    await expect(client.entry.publish({ entryId }, seen)).rejects.toMatchObject(mismatch);
    // Creating sends no version.
    const { fields } = seen;
    const creating = client.entry.createWithId({ entryId, contentTypeId: 'opportunity' }, { fields });
    await expect(creating).rejects.toMatchObject(mismatch);
    expect(await client.entry.get({ entryId })).toEqual(changed);
  });

  it('are asked for with each change of an asset, and with its processing', async () => {
    const assetId = 'hero.png';
    const seen = await client.asset.get({ assetId });
    const changed = await client.asset.update({ assetId }, seen);
    await expect(client.asset.update({ assetId }, seen)).rejects.toMatchObject(mismatch);
    await expect(client.asset.publish({ assetId }, seen)).rejects.toMatchObject(mismatch);
    await expect(client.asset.processForAllLocales({}, seen)).rejects.toMatchObject(mismatch);
    expect(await client.asset.get({ assetId })).toEqual(changed);
  });

  it('belong to something: what was deleted can’t be changed', async () => {
    const seen = await client.entry.get({ entryId });
    await expect(client.entry.delete({ entryId })).rejects.toMatchObject({ name: 'BadRequest' });
    await client.entry.unpublish({ entryId });
    await client.entry.delete({ entryId });
    await expect(client.entry.update({ entryId }, seen)).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('what an entry says about its past', () => {
  it('is when it was changed, by whom, and whether it was ever published', async () => {
    const before = await client.entry.get({ entryId });
    const started = new Date().toISOString();
    const { sys } = await client.entry.unpublish({ entryId });
    expect(sys.publishedVersion).toBeUndefined();
    expect(sys).toMatchObject({ publishedCounter: 1, firstPublishedAt: before.sys.firstPublishedAt });
    expect(sys.updatedAt >= started).toBe(true);
    expect(sys.updatedBy).toMatchObject({ sys: { linkType: 'User' } });
  });
});

describe('an archived entry', () => {
  it('is refused changes and publication until it is unarchived', async () => {
    await expect(client.entry.archive({ entryId })).rejects.toThrow('Cannot archive published');
    await client.entry.unpublish({ entryId });
    const archived = await client.entry.archive({ entryId });
    expect(archived.sys.archivedVersion).toBe(archived.sys.version - 1);
    await expect(client.entry.update({ entryId }, archived)).rejects.toThrow('Cannot edit archived');
    await expect(client.entry.publish({ entryId }, archived)).rejects.toThrow('Cannot publish archived');
    const back = await client.entry.unarchive({ entryId });
    expect(back.sys.archivedVersion).toBeUndefined();
    await client.entry.publish({ entryId }, back);
  });
});
