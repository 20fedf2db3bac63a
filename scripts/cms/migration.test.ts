import path from 'node:path';
import { withProxy } from '../local/contentful/transfer-testing';
import { listStoredFields } from '@/sources/contentful/stored-fields';
import { describe, expect, it } from 'vitest';
import { useFormerSpace } from './former-space.fixture';
import { pullContent } from './pull/pull-command';
import { pushContent } from './push/push-command';
import { filesIn } from './transfer.fixture';

const space = useFormerSpace();
const { run, setUp, snapshot, fieldsOf, readSite } = space;

const entryId = 'relire-carnets';
const get = (id = entryId) => space.get(id);
const save = (change: object) => space.save(entryId, change);

describe('a space of a former version', () => {
  it('is read, pushed to and pulled as it is', async () => {
    const { fields } = await get();
    expect(fields).toMatchObject({ closes: { 'en-US': { date: '2029-12-31', zone: 'Africa/Porto-Novo' } } });
    expect(fields).not.toHaveProperty('closesDate');
    expect((await run(pushContent)).lines.at(-1)).toBe('The space has this content. There’s nothing to do.');
    const copy = path.join(space.dir, 'copy');
    expect((await run(pullContent, copy)).code).toBe(0);
    expect(await filesIn(copy)).toEqual(await filesIn(space.content));
  });

  it('is told what moves where, and nothing is changed without --yes', async () => {
    const before = await snapshot();
    const { code, lines } = await setUp({});
    expect(code).toBe(1);
    expect(lines).toContain('  + organization gets the field replyRateAnswered');
    expect(lines).toContain('  + campaign hides the former fields shareText, filter');
    expect(lines.join('\n')).toMatch(
      /\+ opportunity: the values of microTask, featured move to the fields in their place \(\d entries\)/,
    );
    expect(lines.join('\n')).toMatch(/! opportunity has no room yet for .*closesDate.*--delete-former/);
    expect(lines.at(-1)).toBe('Nothing was changed. Run it again with --yes to do this.');
    expect(await snapshot()).toEqual(before);
  });

  it('gives the same site before, while and after it is migrated', async () => {
    const before = await readSite();
    await setUp({ yes: true });
    // There is no room yet in opportunities, and there is elsewhere.
    expect(await readSite()).toEqual(before);
    expect((await get('boats-and-beans')).fields).not.toHaveProperty('shareText');
    expect((await get()).fields).toHaveProperty('closes');
    expect((await fieldsOf('campaign')).find(({ id }) => id === 'shareText')).toMatchObject({
      disabled: true,
      omitted: true,
    });
    expect((await run(pushContent)).lines.at(-1)).toBe('The space has this content. There’s nothing to do.');

    const done = await setUp({ yes: true, deleteFormer: true });
    expect(done.lines.at(-1)).toBe('Done.');
    expect(done.code).toBe(0);
    expect(await readSite()).toEqual(before);
    expect((await get()).fields).toMatchObject({
      closesDate: { 'en-US': '2029-12-31' },
      closesZone: { 'en-US': 'Africa/Porto-Novo' },
    });
    const ids = (await fieldsOf('opportunity')).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['hoursMin', 'flags', 'provenance']));
    for (const former of ['hours', 'closes', 'featured']) expect(ids).not.toContain(former);
    expect((await run(pushContent)).lines.at(-1)).toBe('The space has this content. There’s nothing to do.');
    const copy = path.join(space.dir, 'copy');
    expect((await run(pullContent, copy)).code).toBe(0);
    expect(await filesIn(copy)).toEqual(await filesIn(space.content));
    expect((await setUp({ yes: true })).lines.at(-1)).toContain('There’s nothing to do.');
  });

  it('keeps what is published published, and drafts unpublished', async () => {
    const states = async () => (await snapshot()).map(({ id, isPublished }) => [id, isPublished]);
    const before = await states();
    await setUp({ yes: true, deleteFormer: true });
    expect(await states()).toEqual(before);
    const published = await space.client.entry.getPublished({ query: { limit: 100 } });
    for (const { sys, fields } of published.items) expect((await get(sys.id)).fields).toEqual(fields);
  });

  it('publishes no unfinished draft: both versions stay, and setup waits for the editor', async () => {
    await save({ title: { fr: 'Relire neu' } });
    const before = await readSite();
    const { code, lines } = await setUp({ yes: true, deleteFormer: true });
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain(
      `! opportunity ${entryId}: has changes that aren’t published, which stay so.`,
    );
    expect(await readSite()).toEqual(before);
    expect((await get()).fields).toMatchObject({ title: { fr: 'Relire neu' } });

    await space.client.entry.publish({ entryId }, await get());
    expect((await setUp({ yes: true, deleteFormer: true })).code).toBe(0);
    const after = (await readSite()).find(({ id }) => id === entryId);
    expect(after?.shared).toMatchObject({ closes: { date: '2029-12-31', zone: 'Africa/Porto-Novo' } });
  });

  it('leaves a value that isn’t what the model expects where it is', async () => {
    await space.client.entry.publish(
      { entryId },
      await save({ closes: { 'en-US': { date: '2029-12-31', hour: 12 } } }),
    );
    const { code, lines } = await setUp({ yes: true, deleteFormer: true });
    expect(code).toBe(1);
    expect((await get()).fields).toMatchObject({ closes: { 'en-US': { date: '2029-12-31', hour: 12 } } });
    expect(lines.join('\n')).toContain(
      `! opportunity ${entryId}: closes isn’t as the model has it, and stays.`,
    );
  });

  async function addFields(contentTypeId: string, ids: readonly string[]) {
    const type = await space.client.contentType.get({ contentTypeId });
    const own = ids.map((id) => ({ id, name: id, type: 'Symbol', localized: false, required: false }));
    const fields = [...type.fields, ...own] as typeof type.fields;
    const written = await space.client.contentType.update({ contentTypeId }, { ...type, fields });
    await space.client.contentType.publish({ contentTypeId }, written);
  }

  it('keeps a field of its own where that takes the last room', async () => {
    const room = 50 - listStoredFields('organization').length;
    const own = Array.from({ length: room }, (_, index) => `own${index}`);
    await addFields('organization', own);
    expect((await setUp({ yes: true, deleteFormer: true })).code).toBe(0);
    const ids = (await fieldsOf('organization')).map(({ id }) => id);
    expect(ids).toHaveLength(50);
    expect(ids).toEqual(expect.arrayContaining([...own, 'provenance', 'replyRateAnswered']));
  });

  it('is refused, before anything is changed, where its own fields leave no room for all of ours', async () => {
    const { length } = await fieldsOf('page');
    const own = Array.from({ length: 50 - length }, (_, index) => `own${index}`);
    await addFields('page', own);
    const before = await snapshot();
    await expect(setUp({ yes: true, deleteFormer: true })).rejects.toThrow(
      `A content type has room for 50 fields: page would have 51 fields with its own ${own.join(', ')}.`,
    );
    expect(await snapshot()).toEqual(before);
  });
});

describe('a migration that breaks off', () => {
  it(
    'goes on where it stopped, wherever that was, and loses nothing on the way',
    { timeout: 120_000 },
    async () => {
      const site = await readSite();
      // Each run is killed after some more changes than the one before.
      for (let runs = 1; ; runs += 1) {
        expect(runs).toBeLessThan(60);
        let left = runs % 7;
        const isRefused = (method: string) => method !== 'GET' && (left -= 1) < 0;
        const ended = await withProxy(space.standIn, { isRefused }, (host) =>
          setUp({ yes: true, deleteFormer: true }, host).then(
            ({ code }) => code,
            () => undefined,
          ),
        );
        expect(await readSite()).toEqual(site);
        if (ended === 0) break;
      }
      const copy = path.join(space.dir, 'copy');
      await run(pullContent, copy);
      expect(await filesIn(copy)).toEqual(await filesIn(space.content));
    },
  );
});
