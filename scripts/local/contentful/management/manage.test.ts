import type { PlainClientAPI } from 'contentful-management';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openClient } from '../../../cms/space.fixture';
import { startContentfulStandIn, type ContentfulStandIn } from '../stand-in';
import { fixture } from '../testing';

let standIn: ContentfulStandIn;
let client: PlainClientAPI;
beforeEach(async () => {
  standIn = await startContentfulStandIn({ content: fixture });
  client = openClient(standIn);
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

/** Changes a field of a content type, or takes it away, and publishes the type. */
async function changeField(contentTypeId: string, id: string, change: object | undefined) {
  const type = await client.contentType.get({ contentTypeId });
  const fields = type.fields.flatMap((field) =>
    field.id === id ? (change ? [{ ...field, ...change }] : []) : [field],
  );
  const written = await client.contentType.update({ contentTypeId }, { ...type, fields });
  await client.contentType.publish({ contentTypeId }, written);
}

const deliveredFields = () => standIn.space.entries.find(({ sys }) => sys.id === entryId)?.fields;

describe('a field of a content type', () => {
  it('is omitted before it is deleted; its values go with it, and don’t come back', async () => {
    expect(deliveredFields()).toHaveProperty('closesDate');
    await expect(changeField('opportunity', 'closesDate', undefined)).rejects.toThrow(
      'You need to omit a field before deleting it.',
    );
    await changeField('opportunity', 'closesDate', { omitted: true });
    expect(deliveredFields()).not.toHaveProperty('closesDate');
    expect((await client.entry.get({ entryId })).fields).toHaveProperty('closesDate');

    await changeField('opportunity', 'closesDate', undefined);
    expect((await client.entry.get({ entryId })).fields).not.toHaveProperty('closesDate');
    const type = await client.contentType.get({ contentTypeId: 'opportunity' });
    const again = { id: 'closesDate', name: 'Day', type: 'Date', localized: false, required: false };
    const written = await client.contentType.update(
      { contentTypeId: 'opportunity' },
      { ...type, fields: [...type.fields, again] },
    );
    await client.contentType.publish({ contentTypeId: 'opportunity' }, written);
    expect((await client.entry.get({ entryId })).fields).not.toHaveProperty('closesDate');
  });
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
      (error: Error) => ({
        name: error.name,
        ...(JSON.parse(error.message) as { details: { errors: object[] } }).details,
      }),
    );
  }

  const link = (id: string) => ({ en: { sys: { type: 'Link', linkType: 'Entry', id } } });

  it.each([
    [
      'leads to an entry that doesn’t exist',
      { organization: link('nowhere') },
      'UnresolvedLinks',
      { name: 'notResolvable', link: link('nowhere').en.sys, path: ['fields', 'organization', 'en'] },
    ],
    [
      'breaks a limit',
      { title: { fr: 'x'.repeat(121) } },
      'InvalidEntry',
      {
        ...{ name: 'size', max: 120, details: 'Size must be at most 120', value: 'x'.repeat(121) },
        path: ['fields', 'title', 'fr'],
      },
    ],
    [
      'has an unknown value in a list',
      { countries: { en: ['SN', 'XX'] } },
      'InvalidEntry',
      { name: 'in', value: 'XX', path: ['fields', 'countries', 'en', 1] },
    ],
    [
      'lacks what is required',
      { hoursMin: {} },
      'InvalidEntry',
      { name: 'required', path: ['fields', 'hoursMin', 'en'] },
    ],
  ])('%s', async (_what, fields, name, error) => {
    expect(await publishWith(fields)).toMatchObject({ name, errors: [error] });
  });

  it('doesn’t lead to a draft, as links may', async () => {
    expect(await publishWith({ organization: link('zz-not-yet') })).toBe('published');
  });
});
