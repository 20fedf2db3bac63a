import type { ContentFields } from 'contentful-management';
import { describe, expect, it } from 'vitest';
import { entryId, key, file, title, titleInSpace, titleInFiles, useSyncTest } from './sync-test.fixture';

const sync = useSyncTest();

const later = { date: '2030-06-30', zone: 'Africa/Porto-Novo' };

describe('an edit in Contentful since the last push', () => {
  it('stays, is named, and comes with a pull, where the file wasn’t changed', async () => {
    await sync.ours.push();
    await sync.retitleInSpace(titleInSpace);
    const dry = await sync.ours.push({ dryRun: true });
    expect(dry.code).toBe(0);
    const pushed = await sync.ours.push();
    expect(await sync.readStoredTitle()).toMatchObject({ fr: titleInSpace });
    expect(pushed.code).toBe(0);
    for (const { text } of [dry, pushed]) {
      expect(text).toContain(
        `! ${key} “${title}” was changed in Contentful only, and stays as it is there: Title (fr).`,
      );
      expect(text).toMatch(/Last change in Contentful: \d{4}-\d\d-\d\d \d\d:\d\d UTC by user local-user\./);
    }
    expect((await sync.ours.pull()).code).toBe(0);
    expect(await sync.ours.read(file)).toContain(`title: ${titleInSpace}\n`);
    expect((await sync.ours.push()).lines.at(-1)).toBe('The space has this content. There’s nothing to do.');
  });

  it('of the same field is a conflict: nothing of the entry is written, and the others are pushed', async () => {
    await sync.ours.push();
    await sync.retitleInSpace(titleInSpace);
    await sync.retitleInFiles();
    await sync.ours.edit('settings/site.yml', 'sample: true', 'sample: false');
    const dry = await sync.ours.push({ dryRun: true });
    const pushed = await sync.ours.push();
    expect(await sync.readStoredTitle()).toMatchObject({ fr: titleInSpace });
    for (const { code, text } of [dry, pushed]) {
      expect(code).toBe(1);
      expect(text).toContain(`! ${key} “${titleInFiles}” was not pushed: both sides differ. Last change`);
      expect(text).toContain(
        [
          '    Title (fr): changed in Contentful and in the files',
          `      Contentful: ${titleInSpace}`,
          `      files:      ${titleInFiles}`,
        ].join('\n'),
      );
      expect(text).toContain(`  --overwrite ${key} `);
    }
  });

  it('of another field is shown and not overwritten; a pull brings both together', async () => {
    await sync.ours.push();
    await sync.editInSpace('closesDate', 'en-US', later.date);
    await sync.retitleInFiles();
    const { code, text } = await sync.ours.push();
    expect(code).toBe(1);
    expect((await sync.readStored()).fields['closesDate']).toEqual({ 'en-US': later.date });
    expect(await sync.readStoredTitle()).toMatchObject({ fr: title });
    expect(text).toContain('    Title (fr): changed in the files\n');
    expect(text).toContain(`    Closes: changed in Contentful\n      Contentful: ${JSON.stringify(later)}\n`);

    expect((await sync.ours.pull()).lines).toContain(`~ ${file}: closes`);
    const after = await sync.ours.read(file);
    expect(after).toContain(`title: ${titleInFiles}\n`);
    expect(after).toContain('2030-06-30');
    expect((await sync.ours.push()).code).toBe(0);
    expect(await sync.readStoredTitle()).toMatchObject({ fr: titleInFiles });
    expect((await sync.readStored()).fields['closesDate']).toEqual({ 'en-US': later.date });
  });

  it('is overwritten where that was chosen, which is shown; another is kept where that was', async () => {
    await sync.ours.push();
    await sync.retitleInSpace(titleInSpace);
    await sync.retitleInFiles();
    const kept = await sync.ours.push({ keep: key });
    expect(kept).toMatchObject({ code: 0 });
    expect(await sync.readStoredTitle()).toMatchObject({ fr: titleInSpace });
    const { code, text } = await sync.ours.push({ overwrite: key });
    expect(code).toBe(0);
    expect(text).toContain(`! ${key} “${titleInFiles}” is overwritten in Contentful, as chosen.`);
    expect(text).toContain(`      Contentful: ${titleInSpace}\n`);
    expect(await sync.readStoredTitle()).toMatchObject({ fr: titleInFiles });
    await expect(sync.ours.push({ overwrite: 'opportunity/nothing' })).rejects.toThrow(
      'There is no “opportunity/nothing”.',
    );
    await expect(sync.ours.push({ overwrite: key, keep: key })).rejects.toThrow(
      'named in --overwrite and in',
    );
  });

  it('that isn’t published isn’t published by a push', async () => {
    await sync.ours.push();
    await sync.retitleInSpace('Relire', { publish: false });
    const first = await sync.ours.push();
    expect(first.text).toContain('Once it’s published there, npm run cms -- pull brings it here.');
    await sync.ours.edit(file, '2029-12-31', '2030-01-31');
    const second = await sync.ours.push();
    expect(second.code).toBe(1);
    expect(await sync.readStoredTitle()).toMatchObject({ fr: 'Relire' });
    const live = () => sync.test.standIn.space.entries.find(({ sys }) => sys.id === entryId);
    expect(live()?.fields['title']).toMatchObject({ fr: title });
    expect(live()?.fields['closesDate']).toEqual({ 'en-US': '2029-12-31' });
  });

  it('can be in a field that only the space has: it isn’t published along', async () => {
    const { contentType } = sync.test.client;
    const params = { contentTypeId: 'opportunity' };
    const type = await contentType.get(params);
    const note = { id: 'ownNote', name: 'Note', type: 'Symbol', localized: false, required: false };
    const fields = [...type.fields, note as ContentFields];
    await contentType.publish(params, await contentType.update(params, { ...type, fields }));
    await sync.ours.push();
    await sync.editInSpace('ownNote', 'en-US', 'Half a th', { publish: false });
    await sync.ours.edit(file, '2029-12-31', '2030-01-31');
    const { code, text } = await sync.ours.push();
    expect(code).toBe(1);
    expect(text).toContain('    ownNote (en-US): changed in Contentful\n      Contentful: Half a th\n');
    expect((await sync.readStored()).sys.publishedVersion).toBe((await sync.readStored()).sys.version - 2);
  });
});

describe('what an editor took away', () => {
  it('stays unpublished', async () => {
    await sync.ours.push();
    await sync.test.client.entry.unpublish({ entryId });
    const { code, text } = await sync.ours.push();
    expect((await sync.readStored()).sys.publishedVersion).toBeUndefined();
    expect(code).toBe(0);
    expect(text).toContain('was changed in Contentful only, and stays as it is there: Publication.');
    await sync.ours.push({ overwrite: 'all' });
    expect((await sync.readStored()).sys.publishedVersion).toBeDefined();
  });

  it('stays deleted, unless it was chosen to bring it back', async () => {
    await sync.ours.push();
    await sync.test.client.entry.unpublish({ entryId });
    await sync.test.client.entry.delete({ entryId });
    const first = await sync.ours.push();
    await expect(sync.readStored()).rejects.toMatchObject({ name: 'NotFound' });
    expect(first.code).toBe(0);
    expect(first.text).toContain('Contentful no longer has it. Delete the file too');
    await sync.retitleInFiles();
    expect((await sync.ours.push()).code).toBe(1);
    expect((await sync.ours.push({ overwrite: key })).code).toBe(0);
    expect(await sync.readStoredTitle()).toMatchObject({ fr: titleInFiles });
  });

  it('stays archived, and doesn’t stop the others', async () => {
    await sync.ours.push();
    await sync.test.client.entry.unpublish({ entryId });
    await sync.test.client.entry.archive({ entryId });
    await sync.retitleInFiles();
    const { code, text } = await sync.ours.push();
    expect(code).toBe(1);
    expect(text).toContain('    Archive: changed in Contentful\n      Contentful: archived\n');
    expect((await sync.readStored()).sys.archivedVersion).toBeDefined();
    expect((await sync.ours.push({ overwrite: key })).code).toBe(0);
    expect((await sync.readStored()).sys.archivedVersion).toBeUndefined();
    expect(await sync.readStoredTitle()).toMatchObject({ fr: titleInFiles });
  });
});
