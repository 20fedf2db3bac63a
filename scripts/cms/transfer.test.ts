import { cp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixture } from '../local/contentful/testing';
import { entryId, file, title, titleInSpace, useSyncTest } from './sync-test.fixture';
import { expectSameAfterRoundTrip, filesIn, writeCanonical } from './transfer.fixture';

const sync = useSyncTest();

/** The path of a file of the content. */
const at = (name: string) => path.join(sync.ours.content, name);

const published = () => sync.test.standIn.space.entries.map(({ sys }) => sys.id);

describe('push, then pull into an empty folder', () => {
  it('gives the content byte for byte, and the same entries from both', { timeout: 60_000 }, async () => {
    await sync.startEmpty();
    const content = path.join(sync.test.dir, 'canonical');
    await writeCanonical(fixture, content);
    await expectSameAfterRoundTrip(sync.test.standIn, content, sync.test.dir);
  });
});

describe('pull', () => {
  it('leaves files that say the same as they were written, comments too', async () => {
    await sync.ours.push();
    await sync.ours.edit(file, 'organization:', '# Call back in May\norganization:');
    const before = await filesIn(sync.ours.content);
    expect((await sync.ours.pull()).lines.at(-1)).toContain('There’s nothing to write');
    expect(await filesIn(sync.ours.content)).toEqual(before);
  });

  it('changes the one field that was changed and published there', async () => {
    await writeCanonical(fixture, sync.ours.content);
    await sync.ours.push();
    const before = await sync.ours.read(file);
    await sync.retitleInSpace(titleInSpace);
    const told = await sync.ours.pull({ dryRun: true });
    expect(told).toMatchObject({ code: 1 });
    expect(told.lines).toContain(`~ ${file}: fr.title`);
    expect(await sync.ours.read(file)).toBe(before);
    await sync.ours.pull();
    expect(await sync.ours.read(file)).toBe(before.replace(title, titleInSpace));
    expect((await sync.ours.push()).lines.at(-1)).toContain('There’s nothing to do.');
  });

  it('leaves changes there that aren’t published, and says so', async () => {
    await sync.ours.push();
    await sync.retitleInSpace(titleInSpace, { publish: false });
    const { lines } = await sync.ours.pull();
    expect(lines).toContain(`! opportunity ${entryId} has changes that aren’t published, and aren’t pulled`);
    expect(lines.at(-1)).toContain('There’s nothing to write');
  });

  it('makes a draft of what was unpublished there', async () => {
    await sync.ours.push();
    await sync.test.client.entry.unpublish({ entryId });
    expect((await sync.ours.pull()).lines).toContain(`~ ${file}: status`);
    expect(await sync.ours.read(file)).toContain('status: draft\n');
  });

  it('keeps what the space has no place for, and overwrites no file that it can’t read', async () => {
    await sync.startEmpty({ locales: [{ code: 'en-US' }] });
    await sync.ours.edit(file, 'status: open', 'status: open\nnote: Ring Awa');
    const pushed = await sync.ours.push();
    expect(pushed.lines.filter((line) => line.includes(entryId) && line.startsWith('!'))).toEqual([
      `! not in the space: ${at(file)}: the field note, which the model doesn’t have`,
    ]);
    await sync.retitleInSpace(titleInSpace);
    await writeFile(at('pages/about.yml'), 'en: {title: [half a sentence');
    const pulled = await sync.ours.pull();
    expect(pulled.code).toBe(1);
    expect(pulled.lines).toContain(
      '! pages/about.yml can’t be read, and is not overwritten. Fix or delete it.',
    );
    const after = await sync.ours.read(file);
    expect(after).toContain(`  title: ${titleInSpace}\n`);
    expect(after).toContain('note: Ring Awa\n');
    expect(await sync.ours.read('pages/about.yml')).toBe('en: {title: [half a sentence');
  });
});

describe('a space that lacks a field which programs fill in', () => {
  it('gets the entries without it, and a pull leaves it in the file', async () => {
    await sync.startEmpty();
    const { contentType } = sync.test.client;
    const params = { contentTypeId: 'opportunity' };
    for (const change of ['omit', 'delete']) {
      const type = await contentType.get(params);
      const fields = type.fields.flatMap((field) => {
        if (field.id !== 'provenance') return [field];
        return change === 'omit' ? [{ ...field, omitted: true }] : [];
      });
      await contentType.publish(params, await contentType.update(params, { ...type, fields }));
    }
    const provenance = 'provenance:\n  translatedFrom:\n    en:\n      title: 0123456789abcdef\n';
    // A space has no place for a flag that is off either.
    await sync.ours.edit(file, 'organization:', `${provenance}featured: false\norganization:`);
    const { code, text } = await sync.ours.push();
    expect(code).toBe(0);
    expect(text).toContain('! not in the space: provenance of type opportunity (in 1)');
    await sync.retitleInSpace(titleInSpace);
    expect((await sync.ours.pull()).code).toBe(0);
    const after = await sync.ours.read(file);
    for (const kept of [`title: ${titleInSpace}\n`, 'title: 0123456789abcdef', 'featured: false\n'])
      expect(after).toContain(kept);
  });
});

describe('push', () => {
  it('tells what it would do, entry by entry and field by field, and does nothing with --dry-run', async () => {
    await sync.ours.push();
    await sync.ours.edit(file, '2029-12-31', '2030-01-31');
    await rm(at('resources/first-caption.yml'));
    const { code, lines } = await sync.ours.push({ dryRun: true });
    expect(code).toBe(1);
    expect(lines.slice(1)).toEqual([
      `~ opportunity ${entryId}: en-US.closes (publish)`,
      '  only in the space, and stays: resource first-caption',
      'Nothing was changed.',
    ]);
  });

  it('keeps drafts unpublished, and unpublishes what became one', async () => {
    await sync.ours.push();
    expect(published()).toContain(entryId);
    expect(published()).not.toContain('zz-not-yet');
    await sync.ours.edit(file, 'status: open', 'status: review');
    await sync.ours.edit('opportunities/zz-not-yet.yml', 'status: draft', 'status: review');
    await sync.ours.push();
    expect(published()).not.toContain(entryId);
    expect(published()).not.toContain('zz-not-yet');
    await sync.ours.edit(file, 'status: review', 'status: open');
    await sync.ours.push();
    expect(published()).toContain(entryId);
  });

  it('goes on after an entry that Contentful refuses, and does only what is left the next time', async () => {
    await sync.startEmpty();
    await sync.ours.edit(file, title, title.repeat(5));
    const first = await sync.ours.push();
    expect(first.code).toBe(1);
    expect(first.lines).toContain('1 entries were refused; the others are in the space.');
    const said = first.lines.findIndex((line) => line.includes('found it invalid'));
    expect(first.lines[said]).toContain(`while publishing opportunity ${entryId}.`);
    expect(first.lines[said + 1]).toBe('    Title (fr) is too long: at most 120 are allowed. Shorten it.');
    expect(published()).toHaveLength(12);
    await sync.ours.edit(file, title.repeat(5), title);
    const second = await sync.ours.push();
    expect(second.lines.filter((line) => /^[+~]/.test(line))).toEqual([
      `~ opportunity ${entryId}: fr.title (publish)`,
    ]);
    expect(published()).toHaveLength(13);
  });

  it('says what can’t be in a space before it changes anything', async () => {
    await sync.startEmpty();
    await cp(at(file), at(`pages/${entryId}.yml`));
    await expect(sync.ours.push()).rejects.toThrow('have the same id; a space has each id once');
    expect(published()).toEqual([]);
  });

  it('leaves out a picture whose name can’t be an id, and the entries with it, and pushes the others', async () => {
    await sync.startEmpty();
    await cp(at('media/hero.png'), at('media/logo été 2.png'));
    await sync.ours.edit('campaigns/boats-and-beans.yml', '/media/hero.png', '/media/logo été 2.png');
    const { code, lines } = await sync.ours.push();
    expect(code).toBe(1);
    expect(lines.filter((line) => line.startsWith('! not pushed'))).toEqual([
      '! not pushed: the picture logo été 2.png: its name, with the folder, is its id in Contentful, which has 1 to 64 of A–Z a–z 0–9 . _ -. Rename it, for example to logo-ete-2.png, and the links to it.',
      `! not pushed: ${at('campaigns/boats-and-beans.yml')}, because of its picture`,
    ]);
    expect(published()).toHaveLength(11);
    expect(published()).not.toContain('boats-and-beans');
    expect(lines).toContain(
      '    Featured campaign leads to “boats-and-beans”, which the space doesn’t have. Push that too, or remove the link.',
    );
  });

  it('asks for the model first', async () => {
    await sync.startEmpty({}, false);
    await expect(sync.ours.push()).rejects.toThrow('The space doesn’t have our model: it lacks opportunity');
  });

  it('gets through a burst of refusals for too many requests', { timeout: 60_000 }, async () => {
    await sync.startEmpty({ fault: 'rate-limit-burst' });
    expect((await sync.ours.push()).code).toBe(0);
  });
});
