/** Entries that can't be moved like others, and people who work in the space meanwhile. */
import path from 'node:path';
import { withProxy } from '../local/contentful/transfer-testing';
import { describe, expect, it } from 'vitest';
import { formerFlags, useFormerSpace } from './former-space.fixture';
import { pullContent } from './pull/pull-command';
import { pushContent } from './push/push-command';

const space = useFormerSpace();
const { run, setUp, get, save, fieldsOf, readSite } = space;

const entryId = 'relire-carnets';
const code = 'en-US';
const inCode = (value: unknown) => ({ [code]: value });
const migrate = { yes: true, deleteFormer: true };
const closes = { date: '2029-12-31', zone: 'Africa/Porto-Novo' };

const idsOf = async (type: string) => (await fieldsOf(type)).map(({ id }) => id);

async function archive(id: string) {
  await space.client.entry.unpublish({ entryId: id });
  await space.client.entry.archive({ entryId: id });
}

async function publish(id: string, change: object) {
  await space.client.entry.publish({ entryId: id }, await save(id, change));
}

describe('an archived entry', () => {
  it('is moved, and archived again', async () => {
    // Contentful takes values away with the fields that setup deletes.
    await save(entryId, { certificate: inCode(false) });
    await archive(entryId);
    const { code: exit, lines } = await setUp(migrate);
    expect(lines.at(-1)).toBe('Done.');
    expect(exit).toBe(0);
    const { sys, fields } = await get(entryId);
    expect(sys.archivedVersion).toBeDefined();
    expect(sys.publishedVersion).toBeUndefined();
    expect(fields).toMatchObject({ closesDate: inCode(closes.date), closesZone: inCode(closes.zone) });
    expect(await idsOf('opportunity')).not.toContain('closes');
  });

  it('is archived again by the next run if a run ended in between', async () => {
    await archive(entryId);
    const isArchiving = (method: string, at: string) => method === 'PUT' && at.endsWith('/archived');
    await withProxy(space.standIn, { isRefused: isArchiving }, (host) =>
      expect(setUp(migrate, host)).rejects.toThrow(`archiving opportunity ${entryId}`),
    );
    expect((await get(entryId)).sys.archivedVersion).toBeUndefined();
    const { code: exit, lines } = await setUp(migrate);
    expect(lines).toContain(`opportunity ${entryId} is archived again, as it was.`);
    expect(exit).toBe(0);
    expect((await get(entryId)).sys.archivedVersion).toBeDefined();
  });

  it('stays unarchived if a person edited it in between, and is named', async () => {
    await archive(entryId);
    const isArchiving = (method: string, at: string) => method === 'PUT' && at.endsWith('/archived');
    await withProxy(space.standIn, { isRefused: isArchiving }, (host) =>
      setUp(migrate, host).catch(() => undefined),
    );
    await save(entryId, { title: { fr: 'Une suite' } });
    const { lines } = await setUp(migrate);
    expect(lines.join('\n')).toContain(`opportunity ${entryId} was archived, and was changed since`);
    expect((await get(entryId)).sys.archivedVersion).toBeUndefined();
  });

  it('is archived again with its values where they are if the space refuses them', async () => {
    await save(entryId, { hours: inCode({ min: 'five', max: 9 }) });
    await archive(entryId);
    const { code: exit, lines } = await setUp(migrate);
    expect(exit).toBe(1);
    expect(lines.join('\n')).toMatch(
      /moving the values of opportunity relire-carnets[\s\S]*Hours a week: at least doesn’t fit/,
    );
    const { sys, fields } = await get(entryId);
    expect(sys.archivedVersion).toBeDefined();
    expect(fields).toMatchObject({ hours: inCode({ min: 'five', max: 9 }) });
  });
});

describe('an unfinished entry', () => {
  it('holds up no field that it has no value in', async () => {
    for (const id of ['relire-carnets', 'proofread-tide-tables'])
      await publish(id, Object.fromEntries(formerFlags.map((flag) => [flag, inCode(false)])));
    await save(entryId, { title: { fr: 'Relire neuf carnets' } });
    const before = await readSite();
    const { code: exit, lines } = await setUp(migrate);
    expect(exit).toBe(1);
    expect(lines.join('\n')).toContain(`! opportunity ${entryId}: has changes that aren’t published`);
    expect(await readSite()).toEqual(before);
    const ids = await idsOf('opportunity');
    expect(ids).toEqual(
      expect.arrayContaining(['flags', 'hoursMin', 'hoursMax', 'lengthKind', 'lengthWeeks']),
    );
    for (const flag of formerFlags) expect(ids).not.toContain(flag);
    expect((await get('proofread-tide-tables')).fields).toHaveProperty('hoursMin');
  });

  it('leaves editable what there is no room for yet', async () => {
    await setUp({ yes: true });
    const waiting = (await fieldsOf('opportunity')).filter(({ id }) =>
      ['hours', 'length', 'closes'].includes(id),
    );
    expect(waiting.map(({ disabled, omitted }) => ({ disabled, omitted }))).toEqual(
      waiting.map(() => ({ disabled: false, omitted: false })),
    );
    const { editorLayout } = await space.client.editorInterface.get({ contentTypeId: 'opportunity' });
    const when = editorLayout?.find(({ groupId }) => groupId === 'when')?.items;
    expect(when).toEqual(expect.arrayContaining([{ fieldId: 'closes' }, { fieldId: 'hours' }]));
    const { lines } = await setUp({});
    expect(lines.join('\n')).not.toMatch(/hours.* move to the fields/);
    expect(lines.join('\n')).not.toContain('gets its editor');
  });

  it('isn’t published where a person changed only white space, or a field of the space’s own', async () => {
    const { title } = (await get(entryId)).fields as { title: Record<string, string> };
    await save(entryId, { title: { ...title, fr: `${String(title['fr'])} ` } });
    const before = await space.client.entry.getPublished({ query: { limit: 100 } });
    await setUp(migrate);
    const after = await space.client.entry.getPublished({ query: { limit: 100 } });
    const titles = ({ items }: typeof before) => items.map(({ sys, fields }) => [sys.id, fields['title']]);
    expect(titles(after)).toEqual(titles(before));
    expect((await get(entryId)).fields['title']).toMatchObject({ fr: `${String(title['fr'])} ` });
  });
});

describe('a value that is there twice', () => {
  it('is named before the former one goes', async () => {
    await setUp({ yes: true });
    // A person who fills in the new field of a form, or a former version of the program, which writes the former one.
    await publish(entryId, { featured: inCode(true), flags: inCode(['certificate']) });
    const told = `opportunity ${entryId}: featured is true in the former field, and otherwise in flags, which counts. The former value goes.`;
    expect((await setUp({})).lines).toContain(`  ! ${told}`);
    const { code: exit, lines } = await setUp(migrate);
    expect(exit).toBe(0);
    expect(lines).toContain(`  ! ${told}`);
    expect((await get(entryId)).fields).toMatchObject({ flags: inCode(['certificate']) });
  });
});

describe('a file', () => {
  it('is pushed to a former space although that has no place for what programs keep, which stays in the file', async () => {
    const file = `${space.content}/opportunities/${entryId}.yml`;
    const { readFile, writeFile } = await import('node:fs/promises');
    const provenance = 'provenance:\n  translatedFrom:\n    en:\n      title: 0123456789abcdef\n';
    const text = await readFile(file, 'utf8');
    await writeFile(file, `${text.replace('Relire huit', 'Relire neuf')}${provenance}`);
    const { code: exit, lines } = await run(pushContent);
    expect(exit).toBe(0);
    expect(lines.join('\n')).toContain('! not in the space: provenance of type opportunity (in 1)');
    expect((await get(entryId)).fields['title']).toMatchObject({
      fr: expect.stringContaining('neuf') as string,
    });
    expect((await run(pushContent)).lines.at(-1)).toBe('The space has this content. There’s nothing to do.');
    await publish(entryId, { places: inCode(7) });
    expect((await run(pullContent)).code).toBe(0);
    expect(await readFile(file, 'utf8')).toContain('title: 0123456789abcdef');
    expect((await setUp(migrate)).code).toBe(0);
    expect((await run(pushContent)).lines).toContain(
      `~ opportunity ${entryId}: ${code}.provenance (publish)`,
    );
  });

  it('keeps a flag that it says is off when a pull changes another field', async () => {
    await setUp(migrate);
    const copy = path.join(space.dir, 'copy');
    await run(pullContent, copy);
    const { readFile, writeFile } = await import('node:fs/promises');
    const file = path.join(copy, `opportunities/${entryId}.yml`);
    await writeFile(file, `${await readFile(file, 'utf8')}featured: false\n`);
    await publish(entryId, { places: inCode(7) });
    expect((await run(pullContent, copy)).code).toBe(0);
    const text = await readFile(file, 'utf8');
    expect(text).toContain('places: 7');
    expect(text).toContain('featured: false');
  });
});
