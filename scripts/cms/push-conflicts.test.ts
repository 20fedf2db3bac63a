import { readConfig } from '@/config/config';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  environmentOf,
  startTransferTest,
  withProxy,
  type Checkout,
  type TransferTest,
} from '../local/contentful/transfer-testing';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { pull } from './pull/pull-command';
import { push } from './push/push-command';

import { syncRecordFile } from './sync/record';

let test: TransferTest;
let ours: Checkout;
beforeEach(async () => {
  test = await startTransferTest({ push, pull });
  ours = await test.checkout('ours');
});
afterEach(() => test.close());

const entryId = 'relire-carnets';
const key = `opportunity/${entryId}`;
const file = `opportunities/${entryId}.yml`;
const title = 'Relire huit carnets de chantier';
const later = { date: '2030-06-30', zone: 'Africa/Porto-Novo' };
const [theirTitle, ourTitle] = ['Relire neuf carnets', 'Relire dix carnets'];

const stored = () => test.client.entry.get({ entryId });
const storedTitle = async () => (await stored()).fields['title'] as Record<string, string>;

/** Writes a field in the space, as an editor does in Contentful’s web app. */
async function editThere(
  field: string,
  code: string,
  value: unknown,
  { publish = true }: { readonly publish?: boolean } = {},
): Promise<void> {
  const entry = await stored();
  const fields = { ...entry.fields, [field]: { ...(entry.fields[field] as object), [code]: value } };
  const changed = await test.client.entry.update({ entryId }, { ...entry, fields });
  if (publish) await test.client.entry.publish({ entryId }, changed);
}

const retitleThere = (value: string, options?: { readonly publish: boolean }) =>
  editThere('title', 'fr', value, options);
const retitleHere = () => ours.edit(file, title, ourTitle);

describe('an edit in Contentful since the last push', () => {
  it('stays, is named, and comes with a pull, where the file wasn’t changed', async () => {
    await ours.push();
    await retitleThere(theirTitle);
    const dry = await ours.push({ dryRun: true });
    expect(dry.code).toBe(0);
    const pushed = await ours.push();
    expect(await storedTitle()).toMatchObject({ fr: theirTitle });
    expect(pushed.code).toBe(0);
    for (const { text } of [dry, pushed]) {
      expect(text).toContain(
        `! ${key} “${title}” was changed in Contentful only, and stays as it is there: Title (fr).`,
      );
      expect(text).toMatch(/Last change in Contentful: \d{4}-\d\d-\d\d \d\d:\d\d UTC by user local-user\./);
    }
    expect((await ours.pull()).code).toBe(0);
    expect(await ours.read(file)).toContain(`title: ${theirTitle}\n`);
    expect((await ours.push()).lines.at(-1)).toBe('The space has this content. Nothing is to be done.');
  });

  it('of the same field is a conflict: nothing of the entry is written, and the others are pushed', async () => {
    await ours.push();
    await retitleThere(theirTitle);
    await retitleHere();
    await ours.edit('settings/site.yml', 'sample: true', 'sample: false');
    const dry = await ours.push({ dryRun: true });
    const pushed = await ours.push();
    expect(await storedTitle()).toMatchObject({ fr: theirTitle });
    for (const { code, text } of [dry, pushed]) {
      expect(code).toBe(1);
      expect(text).toContain(`! ${key} “${ourTitle}” was not pushed: both sides differ. Last change`);
      expect(text).toContain(
        [
          '    Title (fr): changed in Contentful and in the files',
          `      Contentful: ${theirTitle}`,
          `      files:      ${ourTitle}`,
        ].join('\n'),
      );
      expect(text).toContain(`  --overwrite ${key} `);
    }
  });

  it('of another field is shown and not overwritten; a pull brings both together', async () => {
    await ours.push();
    await editThere('closes', 'en-US', later);
    await retitleHere();
    const { code, text } = await ours.push();
    expect(code).toBe(1);
    expect((await stored()).fields['closes']).toEqual({ 'en-US': later });
    expect(await storedTitle()).toMatchObject({ fr: title });
    expect(text).toContain('    Title (fr): changed in the files\n');
    expect(text).toContain(`    Closes: changed in Contentful\n      Contentful: ${JSON.stringify(later)}\n`);

    expect((await ours.pull()).lines).toContain(`~ ${file}: closes`);
    const after = await ours.read(file);
    expect(after).toContain(`title: ${ourTitle}\n`);
    expect(after).toContain('2030-06-30');
    expect((await ours.push()).code).toBe(0);
    expect(await storedTitle()).toMatchObject({ fr: ourTitle });
    expect((await stored()).fields['closes']).toEqual({ 'en-US': later });
  });

  it('is overwritten where that was chosen, which is shown; another is kept where that was', async () => {
    await ours.push();
    await retitleThere(theirTitle);
    await retitleHere();
    const kept = await ours.push({ keep: key });
    expect(kept).toMatchObject({ code: 0 });
    expect(await storedTitle()).toMatchObject({ fr: theirTitle });
    const { code, text } = await ours.push({ overwrite: key });
    expect(code).toBe(0);
    expect(text).toContain(`! ${key} “${ourTitle}” is overwritten in Contentful, as chosen.`);
    expect(text).toContain(`      Contentful: ${theirTitle}\n`);
    expect(await storedTitle()).toMatchObject({ fr: ourTitle });
    await expect(ours.push({ overwrite: 'opportunity/nothing' })).rejects.toThrow(
      'There is no “opportunity/nothing”.',
    );
    await expect(ours.push({ overwrite: key, keep: key })).rejects.toThrow('named in --overwrite and in');
  });

  it('that isn’t published isn’t published by a push', async () => {
    await ours.push();
    await retitleThere('Relire', { publish: false });
    const first = await ours.push();
    expect(first.text).toContain('Once it’s published there, npm run cms -- pull brings it here.');
    await ours.edit(file, '2029-12-31', '2030-01-31');
    const second = await ours.push();
    expect(second.code).toBe(1);
    expect(await storedTitle()).toMatchObject({ fr: 'Relire' });
    const live = () => test.standIn.space.entries.find(({ sys }) => sys.id === entryId);
    expect(live()?.fields['title']).toMatchObject({ fr: title });
    expect(live()?.fields['closes']).toMatchObject({ 'en-US': { date: '2029-12-31' } });
  });

  it('can be in a field that only the space has: it isn’t published along', async () => {
    const type = await test.client.contentType.get({ contentTypeId: 'opportunity' });
    const note = { id: 'ownNote', name: 'Note', type: 'Symbol', localized: false, required: false };
    const changed = await test.client.contentType.update(
      { contentTypeId: 'opportunity' },
      { ...type, fields: [...type.fields, note] },
    );
    await test.client.contentType.publish({ contentTypeId: 'opportunity' }, changed);
    await ours.push();
    await editThere('ownNote', 'en-US', 'Half a th', { publish: false });
    await ours.edit(file, '2029-12-31', '2030-01-31');
    const { code, text } = await ours.push();
    expect(code).toBe(1);
    expect(text).toContain('    ownNote (en-US): changed in Contentful\n      Contentful: Half a th\n');
    expect((await stored()).sys.publishedVersion).toBe((await stored()).sys.version - 2);
  });
});

describe('what an editor took away', () => {
  it('stays unpublished', async () => {
    await ours.push();
    await test.client.entry.unpublish({ entryId });
    const { code, text } = await ours.push();
    expect((await stored()).sys.publishedVersion).toBeUndefined();
    expect(code).toBe(0);
    expect(text).toContain('was changed in Contentful only, and stays as it is there: Publication.');
    await ours.push({ overwrite: 'all' });
    expect((await stored()).sys.publishedVersion).toBeDefined();
  });

  it('stays deleted, unless it was chosen to bring it back', async () => {
    await ours.push();
    await test.client.entry.unpublish({ entryId });
    await test.client.entry.delete({ entryId });
    const first = await ours.push();
    await expect(stored()).rejects.toMatchObject({ name: 'NotFound' });
    expect(first.code).toBe(0);
    expect(first.text).toContain('Contentful no longer has it. Delete the file too');
    await retitleHere();
    expect((await ours.push()).code).toBe(1);
    expect((await ours.push({ overwrite: key })).code).toBe(0);
    expect(await storedTitle()).toMatchObject({ fr: ourTitle });
  });

  it('stays archived, and doesn’t stop the others', async () => {
    await ours.push();
    await test.client.entry.unpublish({ entryId });
    await test.client.entry.archive({ entryId });
    await retitleHere();
    const { code, text } = await ours.push();
    expect(code).toBe(1);
    expect(text).toContain('    Archive: changed in Contentful\n      Contentful: archived\n');
    expect((await stored()).sys.archivedVersion).toBeDefined();
    expect((await ours.push({ overwrite: key })).code).toBe(0);
    expect((await stored()).sys.archivedVersion).toBeUndefined();
    expect(await storedTitle()).toMatchObject({ fr: ourTitle });
  });
});

describe('two checkouts', () => {
  it('that push in turn don’t undo each other’s changes', async () => {
    await ours.push();
    const theirs = await test.checkout('theirs', ours);
    expect((await theirs.push()).lines.at(-1)).toContain('Nothing is to be done.');
    await theirs.edit(file, title, theirTitle);
    expect((await theirs.push()).code).toBe(0);
    // The file here is the old one, as before a git pull.
    const behind = await ours.push();
    expect(behind.text).toContain('was changed in Contentful only, and stays as it is there: Title (fr).');
    expect(await storedTitle()).toMatchObject({ fr: theirTitle });
    await ours.edit(file, title, theirTitle);
    expect((await ours.push()).lines.at(-1)).toContain('Nothing is to be done.');
    await ours.edit(file, theirTitle, ourTitle);
    expect((await ours.push()).code).toBe(0);
    expect((await theirs.push()).text).toContain('was changed in Contentful only');
    expect(await storedTitle()).toMatchObject({ fr: ourTitle });
  });

  it('of which one is new: where it differs it isn’t known who is right', async () => {
    await ours.push();
    const fresh = await test.checkout('fresh', ours);
    await fresh.edit(file, title, theirTitle);
    const { code, text } = await fresh.push();
    expect(code).toBe(1);
    expect(text).toContain('    Title (fr): different; it isn’t known here which one is newer\n');
    expect(await storedTitle()).toMatchObject({ fr: title });
    expect((await fresh.push({ overwrite: key })).code).toBe(0);
    expect(await storedTitle()).toMatchObject({ fr: theirTitle });
  });
});

describe('a push', () => {
  it('into a space that an earlier version filled finds no conflict, and knows it from then on', async () => {
    await ours.push();
    await rm(ours.recordDir, { recursive: true });
    expect(await ours.push()).toMatchObject({ code: 0 });
    await retitleHere();
    expect((await ours.push()).code).toBe(0);
    expect(await storedTitle()).toMatchObject({ fr: ourTitle });
  });

  it('that a version without records didn’t finish is finished', async () => {
    await ours.push();
    await rm(ours.recordDir, { recursive: true });
    const entry = await stored();
    await test.client.entry.unpublish({ entryId });
    await test.client.entry.delete({ entryId });
    const { fields } = entry;
    await test.client.entry.createWithId({ entryId, contentTypeId: 'opportunity' }, { fields });
    expect((await ours.push()).code).toBe(0);
    expect((await stored()).sys.publishedVersion).toBeDefined();
  });

  it('of earlier files takes back what was pushed since, and asks about what was edited since', async () => {
    await ours.push();
    const earlier = await ours.read(file);
    await retitleHere();
    await ours.push();
    await writeFile(path.join(ours.content, file), earlier);
    expect((await ours.push()).code).toBe(0);
    expect(await storedTitle()).toMatchObject({ fr: title });
    await retitleThere(theirTitle);
    await ours.push();
    expect(await storedTitle()).toMatchObject({ fr: theirTitle });
    expect((await ours.push({ overwrite: 'all' })).code).toBe(0);
    expect(await storedTitle()).toMatchObject({ fr: title });
  });

  it('counts a text that was emptied there as a change, and shows it so', async () => {
    await ours.push();
    await editThere('title', 'es', null);
    const first = await ours.push();
    expect(first.text).toContain('stays as it is there: Title (es).');
    await ours.edit(file, 'Revisar ocho', 'Revisar los ocho');
    const { code, text } = await ours.push();
    expect(code).toBe(1);
    expect(text).toContain('      Contentful: (empty)\n      files:      Revisar los ocho');
    expect((await storedTitle())['es']).toBeNull();
  });
});

describe('an edit in Contentful while a push is running', () => {
  const isUpdate = (method: string, url: string) => method === 'PUT' && url.endsWith(`/entries/${entryId}`);
  const isPublish = (_: string, url: string) => url.endsWith(`/entries/${entryId}/published`);

  /** An editor’s save, once, just before a request of this kind. */
  function saveBefore(is: (method: string, url: string) => boolean) {
    let isDone = false;
    return async (method: string, url: string) => {
      if (isDone || !is(method, url)) return;
      isDone = true;
      await retitleThere(theirTitle, { publish: false });
    };
  }

  it.each([
    ['written', isUpdate],
    ['published', isPublish],
  ])('before an entry is %s stays, and the others go on', async (_, isRequest) => {
    await ours.push();
    await retitleHere();
    await ours.edit('settings/site.yml', 'sample: true', 'sample: false');
    const before = saveBefore(isRequest);
    const { code, text } = await withProxy(test.standIn, { before }, (host) => ours.push({}, host));
    expect(code).toBe(1);
    expect(await storedTitle()).toMatchObject({ fr: theirTitle });
    expect(text).toContain('was changed in Contentful during this push, and is left as it is. Last change');
    expect(text).toContain(`      Contentful: ${theirTitle}\n`);
    expect(text.split('\n').at(-1)).toBe('1 not overwritten; the others are in the space.');
    const live = test.standIn.space.entries.find(({ sys }) => sys.id === entryId);
    expect(live?.fields['title']).toMatchObject({ fr: title });
    const site = await test.client.entry.get({ entryId: 'site' });
    expect(site.fields['sample']).toEqual({ 'en-US': false });
  });

  it('isn’t mistaken for the push’s own change, whose answer was lost', { timeout: 20_000 }, async () => {
    await ours.push();
    await retitleHere();
    let lost = 0;
    const isLost = (method: string, url: string) => isUpdate(method, url) && (lost += 1) === 1;
    const { code } = await withProxy(test.standIn, { isLost }, (host) => ours.push({}, host));
    expect(lost).toBe(2);
    expect(code).toBe(0);
    expect(await storedTitle()).toMatchObject({ fr: ourTitle });
    expect((await stored()).sys.publishedVersion).toBe((await stored()).sys.version - 1);
  });
});

describe('a push that is killed', () => {
  it('between a change and its answer knows the change as its own', { timeout: 30_000 }, async () => {
    // The command in a process of its own remembers where it does by default.
    const inDefaultPlace = {
      config: readConfig(environmentOf(ours.content, test.standIn.host), 'transfer'),
      print: () => undefined,
    };
    const record = syncRecordFile({ space: 'local', environment: 'master' }, ours.content);
    onTestFinished(() => rm(record, { force: true }));
    await push({}, inDefaultPlace);
    await retitleHere();
    await ours.edit('settings/site.yml', 'sample: true', 'sample: false');
    const child = { pid: 0 };
    const isLost = (method: string, url: string) => {
      if (method !== 'PUT' || !url.endsWith(`/entries/${entryId}`)) return false;
      process.kill(child.pid, 'SIGKILL');
      return true;
    };
    await withProxy(test.standIn, { isLost }, async (host) => {
      const env = { ...process.env, ...environmentOf(ours.content, host) };
      const killed = spawn(process.execPath, ['--import', 'tsx', 'scripts/cms.ts', 'push'], { env });
      child.pid = killed.pid ?? 0;
      expect(await once(killed, 'exit')).toEqual([null, 'SIGKILL']);
    });
    expect(await storedTitle()).toMatchObject({ fr: ourTitle });
    // Edited again before the push is repeated: what the space has isn’t what the file has, nor what was seen before.
    await ours.edit(file, ourTitle, 'Relire onze carnets');
    expect(await push({}, inDefaultPlace)).toBe(0);
    expect(await storedTitle()).toMatchObject({ fr: 'Relire onze carnets' });
    const after = await test.client.entry.get({ entryId: 'site' });
    expect(after.fields['sample']).toEqual({ 'en-US': false });
  });
});

describe('a picture', () => {
  const assetId = 'hero.png';
  const picture = 'media/hero.png';
  const bytesHere = () => readFile(path.join(ours.content, picture));

  async function replaceThere(bytes: Buffer, description?: string): Promise<void> {
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    const upload = await test.client.upload.create({}, { file });
    const asset = await test.client.asset.get({ assetId });
    const uploadFrom = { sys: { type: 'Link', linkType: 'Upload', id: upload.sys.id } };
    const fields = {
      ...asset.fields,
      ...(description !== undefined && { description: { 'en-US': description } }),
      file: { 'en-US': { contentType: 'image/png', fileName: 'hero.png', uploadFrom } },
    };
    const changed = await test.client.asset.update({ assetId }, { ...asset, fields });
    const processed = await test.client.asset.processForAllLocales({}, changed);
    await test.client.asset.publish({ assetId }, processed);
  }

  async function bytesThere(): Promise<Buffer> {
    const asset = await test.client.asset.get({ assetId });
    const response = await fetch(`http:${asset.fields.file['en-US']?.url ?? ''}`);
    return Buffer.from(await response.arrayBuffer());
  }

  it('that was replaced in Contentful stays, comes with a pull, and is a conflict where both were', async () => {
    await ours.push();
    const other = Buffer.concat([await bytesHere(), Buffer.from('their end')]);
    await replaceThere(other);
    const first = await ours.push();
    expect(first.code).toBe(0);
    expect(await bytesThere()).toEqual(other);
    expect(first.text).toContain('! picture/hero.png was changed in Contentful only');
    expect((await ours.pull()).code).toBe(0);
    expect(await bytesHere()).toEqual(other);

    await replaceThere(Buffer.concat([other, Buffer.from('!')]));
    const mine = Buffer.concat([other, Buffer.from('?')]);
    await writeFile(path.join(ours.content, picture), mine);
    expect((await ours.push()).code).toBe(1);
    expect((await ours.pull()).code).toBe(1);
    expect(await bytesHere()).toEqual(mine);
    expect((await ours.push({ overwrite: 'picture/hero.png' })).code).toBe(0);
    expect(await bytesThere()).toEqual(mine);
  });

  it('that is replaced by a push keeps what editors wrote about it', async () => {
    await ours.push();
    const asset = await test.client.asset.get({ assetId });
    const described = await test.client.asset.update(
      { assetId },
      { ...asset, fields: { ...asset.fields, description: { 'en-US': 'A harbour' } } },
    );
    await test.client.asset.publish({ assetId }, described);
    await writeFile(path.join(ours.content, picture), Buffer.concat([await bytesHere(), Buffer.from('end')]));
    expect((await ours.push()).code).toBe(0);
    const after = await test.client.asset.get({ assetId });
    expect(after.fields.description).toEqual({ 'en-US': 'A harbour' });
    expect((await ours.push()).lines.at(-1)).toContain('Nothing is to be done.');
  });
});

describe('a pull', () => {
  it('leaves a file that was changed here only, and names it', async () => {
    await ours.push();
    await retitleHere();
    const { code, text } = await ours.pull();
    expect(await ours.read(file)).toContain(`title: ${ourTitle}\n`);
    expect(code).toBe(0);
    expect(text).toContain(
      `! ${key} “Proofread eight shipyard notebooks” was changed here only, and stays: Title (fr).`,
    );
  });

  it('overwrites no change to the same field unless that was chosen', async () => {
    await ours.push();
    await retitleHere();
    await retitleThere(theirTitle);
    const { code, text } = await ours.pull();
    expect(code).toBe(1);
    expect(await ours.read(file)).toContain(`title: ${ourTitle}\n`);
    expect(text).toContain(`      Contentful: ${theirTitle}\n      files:      ${ourTitle}\n`);
    expect((await ours.pull({ overwrite: key })).code).toBe(0);
    expect(await ours.read(file)).toContain(`title: ${theirTitle}\n`);
  });

  it('doesn’t take back what a stopped push had written and not published', async () => {
    await ours.push();
    await retitleHere();
    const print = (line: string) => {
      if (line === 'Entries written: 1 of 1') throw new Error('stopped');
    };
    const { content, recordDir } = ours;
    const config = readConfig(environmentOf(content, test.standIn.host), 'transfer');
    await expect(push({}, { config, print, recordDir })).rejects.toThrow('stopped');
    await ours.pull();
    expect(await ours.read(file)).toContain(`title: ${ourTitle}\n`);
    expect((await ours.push()).code).toBe(0);
  });
});
