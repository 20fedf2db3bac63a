import { cp, readFile, rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { ContentFields } from 'contentful-management';
import { withProxy } from '../../../tests/contentful/proxy.fixture';
import {
  entryId,
  file,
  key,
  title,
  titleInFiles,
  titleInSpace,
  useTransferTest,
} from '../transfer/transfer-test.fixture';

const test = useTransferTest();

const settled = 'The space has this content. There’s nothing to do.';
const picture = 'media/hero.png';

describe('push', () => {
  it('tells what it would do, entry by entry and field by field, and does nothing with --dry-run', async () => {
    test.edit(file, '2029-12-31', '2030-01-31');
    await rm(test.at('resources/first-caption.yml'));
    test.write('pages/more.yml', test.read('pages/about.yml'));
    const { code, lines, text } = await test.push({ dryRun: true });
    expect(code).toBe(1);
    expect(lines.filter((line) => line.startsWith('+'))).toEqual([
      expect.stringMatching(/^\+ “.+” \(page\/more\) \(publish\)$/),
    ]);
    expect(lines).toContain('  only in the space, and stays: resource/first-caption');
    expect(text).toMatch(/pushed\. Last change in Contentful: [-\d]+ [:\d]+ UTC by user local-user\.\n/);
    expect(text).toContain(`! “${title}” (${key}) differs, and isn’t pushed.`);
    const formatCloses = (date: string) => JSON.stringify({ date, zone: 'Africa/Porto-Novo' });
    expect(text).toContain(
      `    Closes\n      Contentful: ${formatCloses('2029-12-31')}\n      files:      ${formatCloses('2030-01-31')}\n`,
    );
    expect(lines.at(-1)).toBe('Nothing was changed.');
    await expect(test.client.entry.get({ entryId: 'more' })).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('creates what isn’t there, and leaves what differs unless it was named', async () => {
    await test.retitleInSpace(titleInSpace);
    test.retitleInFiles();
    test.write('pages/more.yml', test.read('pages/about.yml'));
    const first = await test.push();
    expect(first.code).toBe(1);
    expect(test.listPublished()).toContain('more');
    expect(await test.readStoredTitle()).toMatchObject({ fr: titleInSpace });
    expect(first.text).toContain(
      `    Title (fr)\n      Contentful: ${titleInSpace}\n      files:      ${titleInFiles}\n`,
    );
    expect(first.text).toContain(`  npm run cms -- push --overwrite ${key}\n`);
    expect(first.lines.at(-1)).toBe('1 not overwritten; the others are in the space.');

    await expect(test.push({ overwrite: 'opportunity/nothing' })).rejects.toThrow(
      'There is no “opportunity/nothing”.',
    );
    const second = await test.push({ overwrite: key });
    expect(second.code).toBe(0);
    expect(second.text).toContain(
      `~ “${titleInFiles}” (${key}) is overwritten in Contentful, as chosen (publish).`,
    );
    expect(await test.readStoredTitle()).toMatchObject({ fr: titleInFiles });
    expect((await test.push()).lines.at(-1)).toBe(settled);
  });

  it('shows a text that was emptied there as empty', async () => {
    await test.editInSpace('title', 'es', null);
    expect((await test.push()).text).toContain(
      '    Title (es)\n      Contentful: (empty)\n      files:      Revisar ocho',
    );
  });

  it('keeps drafts unpublished, and unpublishes what became one only where it was named', async () => {
    expect(test.listPublished()).not.toContain('zz-not-yet');
    test.edit(file, 'status: open', 'status: review');
    const { code, text } = await test.push();
    expect(code).toBe(1);
    expect(text).toContain('    Publication\n      Contentful: published\n      files:      not published\n');
    expect(test.listPublished()).toContain(entryId);
    expect((await test.push({ overwrite: key })).code).toBe(0);
    expect(test.listPublished()).not.toContain(entryId);
    expect(test.listPublished()).not.toContain('zz-not-yet');
  });

  it('goes on after an entry that Contentful refuses', async () => {
    await test.startEmpty();
    test.edit(file, title, title.repeat(5));
    const { code, lines } = await test.push();
    expect(code).toBe(1);
    expect(lines).toContain('1 entries were refused; the others are in the space.');
    const said = lines.findIndex((line) => line.includes('found it invalid'));
    expect(lines[said]).toContain(`while publishing opportunity ${entryId}.`);
    expect(lines[said + 1]).toBe('    Title (fr) is too long: at most 120 are allowed. Shorten it.');
    expect(test.listPublished()).toHaveLength(12);
  });

  it('says what can’t be in a space before it changes anything', async () => {
    await test.startEmpty();
    await cp(test.at(file), test.at(`pages/${entryId}.yml`));
    await expect(test.push()).rejects.toThrow('have the same id; a space has each id once');
    expect(test.listPublished()).toEqual([]);
  });

  it('asks for the model first', async () => {
    await test.startEmpty({}, false);
    await expect(test.push()).rejects.toThrow('The space doesn’t have our model: it lacks opportunity');
  });

  it('gets through a burst of refusals for too many requests', { timeout: 60_000 }, async () => {
    await test.startEmpty({ fault: 'rate-limit-burst' });
    expect((await test.push()).code).toBe(0);
  });
});

describe('what an editor did in Contentful', () => {
  it('isn’t published along: changes that aren’t published yet', async () => {
    await test.retitleInSpace(titleInSpace, { publish: false });
    test.edit(file, title, titleInSpace);
    const { code, text } = await test.push();
    expect(code).toBe(1);
    expect(text).toContain('      Contentful: published, with later changes that aren’t\n');
    const live = test.standIn.space.entries.get(entryId)?.published;
    expect(live?.fields['title']).toMatchObject({ fr: title });
  });

  it('stays: a field or a language that only the space has', async () => {
    await test.client.locale.create(
      {},
      {
        ...{ name: 'German', code: 'de', fallbackCode: null, optional: true },
        ...{ contentDeliveryApi: true, contentManagementApi: true },
      },
    );
    const { contentType } = test.client;
    const params = { contentTypeId: 'opportunity' };
    const type = await contentType.get(params);
    const note = { id: 'ownNote', name: 'Note', type: 'Symbol', localized: false, required: false };
    const fields = [...type.fields, note as ContentFields];
    await contentType.publish(params, await contentType.update(params, { ...type, fields }));
    await test.editInSpace('ownNote', 'en-US', 'Ask Awa');
    await test.editInSpace('title', 'de', 'Acht Hefte lesen');
    expect((await test.push()).lines.at(-1)).toBe(settled);
    test.retitleInFiles();
    expect((await test.push({ overwrite: key })).code).toBe(0);
    expect((await test.readStored()).fields).toMatchObject({
      ownNote: { 'en-US': 'Ask Awa' },
      title: { de: 'Acht Hefte lesen', fr: titleInFiles },
    });
  });

  it('stays unpublished or archived, unless the entry was named', async () => {
    await test.client.entry.unpublish({ entryId });
    expect((await test.push()).text).toContain(
      '    Publication\n      Contentful: not published\n      files:      published\n',
    );
    await test.client.entry.archive({ entryId });
    test.retitleInFiles();
    const { code, text } = await test.push();
    expect(code).toBe(1);
    expect(text).toContain('    Archive\n      Contentful: archived\n');
    expect((await test.readStored()).sys.archivedVersion).toBeDefined();
    expect((await test.push({ overwrite: key })).code).toBe(0);
    expect((await test.readStored()).sys.archivedVersion).toBeUndefined();
    expect(test.listPublished()).toContain(entryId);
    expect(await test.readStoredTitle()).toMatchObject({ fr: titleInFiles });
  });
});

describe('a picture', () => {
  const assetId = 'hero.png';

  async function bytesInSpace(): Promise<Buffer> {
    const asset = await test.client.asset.get({ assetId });
    const response = await fetch(`http:${asset.fields.file['en-US']?.url ?? ''}`);
    return Buffer.from(await response.arrayBuffer());
  }

  it('that differs stays until it is named, and keeps what editors wrote about it', async () => {
    const asset = await test.client.asset.get({ assetId });
    const fields = { ...asset.fields, description: { 'en-US': 'A harbour' } };
    const described = await test.client.asset.update({ assetId }, { ...asset, fields });
    await test.client.asset.publish({ assetId }, described);
    const original = await readFile(test.at(picture));
    const mine = Buffer.concat([original, Buffer.from('mine')]);
    test.write(picture, mine);
    const { code, text } = await test.push();
    expect(code).toBe(1);
    expect(text).toContain('! picture/hero.png differs, and isn’t pushed.');
    expect(text).toContain(`      Contentful: a picture of ${original.length} bytes (`);
    expect(await bytesInSpace()).toEqual(original);
    expect((await test.push({ overwrite: 'picture/hero.png' })).code).toBe(0);
    expect(await bytesInSpace()).toEqual(mine);
    const after = await test.client.asset.get({ assetId });
    expect(after.fields.description).toEqual({ 'en-US': 'A harbour' });
    expect((await test.push()).lines.at(-1)).toBe(settled);
  });

  it('whose name can’t be an id is left out with the entries that show it', async () => {
    await test.startEmpty();
    await cp(test.at(picture), test.at('media/logo été 2.png'));
    test.edit('campaigns/boats-and-beans.yml', '/media/hero.png', '/media/logo été 2.png');
    const { code, lines } = await test.push();
    expect(code).toBe(1);
    expect(lines.filter((line) => line.startsWith('! not pushed'))).toEqual([
      '! not pushed: the picture logo été 2.png: its name, with the folder, is its id in Contentful, which has 1 to 64 of A–Z a–z 0–9 . _ -. Rename it, and the links to it.',
      `! not pushed: ${test.at('campaigns/boats-and-beans.yml')}, because of its picture`,
    ]);
    expect(test.listPublished()).toHaveLength(11);
    expect(lines).toContain(
      '    Featured campaign leads to “boats-and-beans”, which the space doesn’t have. Push that too, or remove the link.',
    );
  });
});

describe('a push that is disturbed', () => {
  const isUpdate = (method: string, url: string) => method === 'PUT' && url.endsWith(`/entries/${entryId}`);
  const isPublish = (_: string, url: string) => url.endsWith(`/entries/${entryId}/published`);

  it.each([
    ['written', isUpdate],
    ['published', isPublish],
  ])('leaves an edit that is saved before the entry is %s, and goes on', async (_, isRequest) => {
    test.retitleInFiles();
    test.edit('settings/site.yml', 'sample: true', 'sample: false');
    let isDone = false;
    const before = async (method: string, url: string) => {
      if (isDone || !isRequest(method, url)) return;
      isDone = true;
      await test.retitleInSpace(titleInSpace, { publish: false });
    };
    const { code, text } = await withProxy(test.standIn, { before }, (host) =>
      test.push({ overwrite: 'all' }, { host }),
    );
    expect(code).toBe(1);
    expect(await test.readStoredTitle()).toMatchObject({ fr: titleInSpace });
    expect(text).toContain(`! ${key} has another version in Contentful than this push has read`);
    expect(text.split('\n').at(-1)).toBe('1 not overwritten; the others are in the space.');
    const live = test.standIn.space.entries.get(entryId)?.published;
    expect(live?.fields['title']).toMatchObject({ fr: title });
    const site = await test.client.entry.get({ entryId: 'site' });
    expect(site.fields['sample']).toEqual({ 'en-US': false });
  });

  it.each([
    ['while entries are written', 'Entries written: 10 of 14'],
    ['while entries are published', 'Entries published: 10 of 13'],
    ['after the pictures', 'Pictures uploaded: 2 of 2'],
  ])('%s goes on where it stopped', async (_, stopAt) => {
    await test.startEmpty();
    await expect(test.push({}, { stopAt })).rejects.toThrow('stopped');
    const { code } = await test.push();
    expect(code).toBe(0);
    expect(test.listPublished()).toHaveLength(13);
    expect((await test.push()).lines.at(-1)).toBe(settled);
  });

  it('goes on with what it was overwriting when it is told so again', async () => {
    test.retitleInFiles();
    const stopAt = 'Entries written: 1 of 1';
    await expect(test.push({ overwrite: key }, { stopAt })).rejects.toThrow('stopped');
    expect((await test.push()).code).toBe(1);
    expect((await test.push({ overwrite: key })).code).toBe(0);
    expect(test.listPublished()).toContain(entryId);
    expect((await test.push()).lines.at(-1)).toBe(settled);
  });
});
