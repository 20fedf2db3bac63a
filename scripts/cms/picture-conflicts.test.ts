import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { useSyncTest } from './sync-test.fixture';

const sync = useSyncTest();

describe('a picture', () => {
  const assetId = 'hero.png';
  const picture = 'media/hero.png';
  const bytesHere = () => readFile(path.join(sync.ours.content, picture));

  async function replaceThere(bytes: Buffer, description?: string): Promise<void> {
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    const upload = await sync.test.client.upload.create({}, { file });
    const asset = await sync.test.client.asset.get({ assetId });
    const uploadFrom = { sys: { type: 'Link', linkType: 'Upload', id: upload.sys.id } };
    const fields = {
      ...asset.fields,
      ...(description !== undefined && { description: { 'en-US': description } }),
      file: { 'en-US': { contentType: 'image/png', fileName: 'hero.png', uploadFrom } },
    };
    const changed = await sync.test.client.asset.update({ assetId }, { ...asset, fields });
    const processed = await sync.test.client.asset.processForAllLocales({}, changed);
    await sync.test.client.asset.publish({ assetId }, processed);
  }

  async function bytesThere(): Promise<Buffer> {
    const asset = await sync.test.client.asset.get({ assetId });
    const response = await fetch(`http:${asset.fields.file['en-US']?.url ?? ''}`);
    return Buffer.from(await response.arrayBuffer());
  }

  it('that was replaced in Contentful stays, comes with a pull, and is a conflict where both were', async () => {
    await sync.ours.push();
    const other = Buffer.concat([await bytesHere(), Buffer.from('their end')]);
    await replaceThere(other);
    const first = await sync.ours.push();
    expect(first.code).toBe(0);
    expect(await bytesThere()).toEqual(other);
    expect(first.text).toContain('! picture/hero.png was changed in Contentful only');
    expect((await sync.ours.pull()).code).toBe(0);
    expect(await bytesHere()).toEqual(other);

    await replaceThere(Buffer.concat([other, Buffer.from('!')]));
    const mine = Buffer.concat([other, Buffer.from('?')]);
    await writeFile(path.join(sync.ours.content, picture), mine);
    expect((await sync.ours.push()).code).toBe(1);
    expect((await sync.ours.pull()).code).toBe(1);
    expect(await bytesHere()).toEqual(mine);
    expect((await sync.ours.push({ overwrite: 'picture/hero.png' })).code).toBe(0);
    expect(await bytesThere()).toEqual(mine);
  });

  it('that is replaced by a push keeps what editors wrote about it', async () => {
    await sync.ours.push();
    const asset = await sync.test.client.asset.get({ assetId });
    const described = await sync.test.client.asset.update(
      { assetId },
      { ...asset, fields: { ...asset.fields, description: { 'en-US': 'A harbour' } } },
    );
    await sync.test.client.asset.publish({ assetId }, described);
    await writeFile(
      path.join(sync.ours.content, picture),
      Buffer.concat([await bytesHere(), Buffer.from('end')]),
    );
    expect((await sync.ours.push()).code).toBe(0);
    const after = await sync.test.client.asset.get({ assetId });
    expect(after.fields.description).toEqual({ 'en-US': 'A harbour' });
    expect((await sync.ours.push()).lines.at(-1)).toContain('There’s nothing to do.');
  });
});
