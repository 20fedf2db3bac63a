import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { PlainClientAPI } from 'contentful-management';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDelivery, openManagement, startSample } from './sample.fixture.ts';
import type { ContentfulServer } from './server.ts';

let server: ContentfulServer;
let client: PlainClientAPI;
beforeEach(async () => {
  server = await startSample();
  client = openManagement(server);
});
afterEach(() => server.close());

const entryId = 'harbour';
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
    const creating = client.entry.createWithId({ entryId, contentTypeId: 'article' }, { fields });
    await expect(creating).rejects.toMatchObject(mismatch);
    expect(await client.entry.get({ entryId })).toEqual(changed);
  });

  it('belong to something: what was deleted can’t be changed', async () => {
    const seen = await client.entry.get({ entryId });
    await expect(client.entry.delete({ entryId })).rejects.toMatchObject({ name: 'BadRequest' });
    await client.entry.unpublish({ entryId });
    await client.entry.delete({ entryId });
    await expect(client.entry.update({ entryId }, seen)).rejects.toMatchObject({ name: 'NotFound' });
  });
});

it('an archived entry can’t be changed or published until it is unarchived', async () => {
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

/** Changes a field of the content type, or takes it away, and publishes the type. */
async function changeField(id: string, change: object | undefined) {
  const params = { contentTypeId: 'article' };
  const type = await client.contentType.get(params);
  const others = type.fields.filter((field) => field.id !== id);
  const field = type.fields.find((one) => one.id === id) ?? { id, name: id, type: 'Date' };
  const fields = (change ? [...others, { ...field, ...change }] : others) as typeof type.fields;
  const written = await client.contentType.update(params, { ...type, fields });
  await client.contentType.publish(params, written);
}

it('a field is omitted before it is deleted; its values go with it, and don’t come back', async () => {
  const delivered = async () => (await openDelivery(server).getEntry(entryId)).fields;
  const stored = async () => (await client.entry.get({ entryId })).fields;
  expect(await delivered()).toHaveProperty('topics');
  await expect(changeField('topics', undefined)).rejects.toThrow(
    'You need to omit a field before deleting it.',
  );
  await changeField('topics', { omitted: true });
  expect(await delivered()).not.toHaveProperty('topics');
  expect(await stored()).toHaveProperty('topics');
  await changeField('topics', undefined);
  expect(await stored()).not.toHaveProperty('topics');
  await changeField('topics', { type: 'Date' });
  expect(await stored()).not.toHaveProperty('topics');
});

describe('an entry that can’t be published', () => {
  /** Changes fields of the entry and publishes it. Resolves to the name and the details of the refusal. */
  async function publishWith(fields: object): Promise<unknown> {
    const seen = await client.entry.get({ entryId });
    const changed = await client.entry.update(
      { entryId },
      { ...seen, fields: { ...seen.fields, ...fields } },
    );
    return client.entry.publish({ entryId }, changed).then(
      () => 'published',
      ({ name, message }: Error) => ({ name, ...(JSON.parse(message) as { details: object }).details }),
    );
  }

  const link = (id: string) => ({ en: { sys: { type: 'Link', linkType: 'Entry', id } } });

  it.each([
    [
      'leads to an entry that doesn’t exist',
      { author: link('nowhere') },
      'UnresolvedLinks',
      { name: 'notResolvable', link: link('nowhere').en.sys, path: ['fields', 'author', 'en'] },
    ],
    [
      'breaks a limit',
      { title: { fr: 'x'.repeat(21), en: 'Harbour' } },
      'InvalidEntry',
      {
        ...{ name: 'size', max: 20, details: 'Size must be at most 20', value: 'x'.repeat(21) },
        path: ['fields', 'title', 'fr'],
      },
    ],
    [
      'has an unknown value in a list',
      { topics: { en: ['boats', 'trains'] } },
      'InvalidEntry',
      { name: 'in', value: 'trains', path: ['fields', 'topics', 'en', 1] },
    ],
    [
      'lacks what is required',
      { title: {} },
      'InvalidEntry',
      { name: 'required', path: ['fields', 'title', 'en'] },
    ],
  ])('%s', async (_what, fields, name, error) => {
    expect(await publishWith(fields)).toMatchObject({ name, errors: [error] });
  });

  it('doesn’t lead to a draft, as links may', async () => {
    expect(await publishWith({ author: link('marsh') })).toBe('published');
  });
});

it('an uploaded file belongs to its asset once it is processed', async () => {
  const { sys: upload } = await client.upload.create(
    {},
    { file: await new Blob(['another map']).arrayBuffer() },
  );
  const uploadFrom = { sys: { type: 'Link' as const, linkType: 'Upload' as const, id: upload.id } };
  const seen = await client.asset.get({ assetId: 'map' });
  const file = { en: { contentType: 'image/png', fileName: 'new map.png', uploadFrom } };
  const changed = await client.asset.update(
    { assetId: 'map' },
    { ...seen, fields: { ...seen.fields, file } },
  );
  const processed = await client.asset.processForAllLocales({}, changed);
  await client.asset.publish({ assetId: 'map' }, processed);
  const { url } = (await openDelivery(server).getAsset('map')).fields.file?.['en'] ?? {};
  expect(await (await fetch(`http:${url}`)).text()).toBe('another map');
});

it('calls a webhook when an entry is published, with its secret headers, which the API never returns', async () => {
  const listener = createServer();
  const called = once(listener, 'request') as Promise<[{ headers: Record<string, string> }]>;
  await once(listener.listen(0, '127.0.0.1'), 'listening');
  const { port } = listener.address() as AddressInfo;
  const { headers } = await client.webhook.create(
    {},
    {
      ...{ name: 'Build', url: `http://127.0.0.1:${port}/`, topics: ['Entry.publish'] },
      headers: [{ key: 'X-Secret', value: 'sesame', secret: true }],
    },
  );
  expect(headers).toEqual([{ key: 'X-Secret', secret: true }]);
  await client.entry.publish({ entryId }, await client.entry.get({ entryId }));
  const [request] = await called;
  expect(request.headers).toMatchObject({
    'x-contentful-topic': 'ContentManagement.Entry.publish',
    'x-secret': 'sesame',
  });
  listener.close();
  listener.closeAllConnections();
});
