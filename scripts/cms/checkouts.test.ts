import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { key, file, title, titleInSpace, titleInFiles, useSyncTest } from './sync-test.fixture';

const sync = useSyncTest();

describe('two checkouts', () => {
  it('that push in turn don’t undo each other’s changes', async () => {
    await sync.ours.push();
    const theirs = await sync.test.checkout('theirs', sync.ours);
    expect((await theirs.push()).lines.at(-1)).toContain('There’s nothing to do.');
    await theirs.edit(file, title, titleInSpace);
    expect((await theirs.push()).code).toBe(0);
    // The file here is the old one, as before a git pull.
    const behind = await sync.ours.push();
    expect(behind.text).toContain('was changed in Contentful only, and stays as it is there: Title (fr).');
    expect(await sync.readStoredTitle()).toMatchObject({ fr: titleInSpace });
    await sync.ours.edit(file, title, titleInSpace);
    expect((await sync.ours.push()).lines.at(-1)).toContain('There’s nothing to do.');
    await sync.ours.edit(file, titleInSpace, titleInFiles);
    expect((await sync.ours.push()).code).toBe(0);
    expect((await theirs.push()).text).toContain('was changed in Contentful only');
    expect(await sync.readStoredTitle()).toMatchObject({ fr: titleInFiles });
  });

  it('of which one is new: where it differs it isn’t known who is right', async () => {
    await sync.ours.push();
    const fresh = await sync.test.checkout('fresh', sync.ours);
    await fresh.edit(file, title, titleInSpace);
    const { code, text } = await fresh.push();
    expect(code).toBe(1);
    expect(text).toContain('    Title (fr): different; it isn’t known here which one is newer\n');
    expect(await sync.readStoredTitle()).toMatchObject({ fr: title });
    expect((await fresh.push({ overwrite: key })).code).toBe(0);
    expect(await sync.readStoredTitle()).toMatchObject({ fr: titleInSpace });
  });
});

describe('a push', () => {
  it('of earlier files takes back what was pushed since, and asks about what was edited since', async () => {
    await sync.ours.push();
    const earlier = await sync.ours.read(file);
    await sync.retitleInFiles();
    await sync.ours.push();
    await writeFile(path.join(sync.ours.content, file), earlier);
    expect((await sync.ours.push()).code).toBe(0);
    expect(await sync.readStoredTitle()).toMatchObject({ fr: title });
    await sync.retitleInSpace(titleInSpace);
    await sync.ours.push();
    expect(await sync.readStoredTitle()).toMatchObject({ fr: titleInSpace });
    expect((await sync.ours.push({ overwrite: 'all' })).code).toBe(0);
    expect(await sync.readStoredTitle()).toMatchObject({ fr: title });
  });

  it('counts a text that was emptied there as a change, and shows it so', async () => {
    await sync.ours.push();
    await sync.editInSpace('title', 'es', null);
    const first = await sync.ours.push();
    expect(first.text).toContain('stays as it is there: Title (es).');
    await sync.ours.edit(file, 'Revisar ocho', 'Revisar los ocho');
    const { code, text } = await sync.ours.push();
    expect(code).toBe(1);
    expect(text).toContain('      Contentful: (empty)\n      files:      Revisar los ocho');
    expect((await sync.readStoredTitle())['es']).toBeNull();
  });
});
