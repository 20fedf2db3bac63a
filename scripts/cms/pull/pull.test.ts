import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixture } from '../../../tests/contentful/read-space';
import { expectSameAfterRoundTrip, filesIn, writeCanonical } from '../transfer/round-trip.fixture';
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

describe('push, then pull into an empty folder', () => {
  it('gives the content byte for byte, and the same entries from both', { timeout: 60_000 }, async () => {
    await test.startEmpty();
    const content = test.at('..', 'canonical');
    await writeCanonical(fixture, content);
    await expectSameAfterRoundTrip(test.standIn, content, test.at('..'));
  });
});

describe('pull', () => {
  it('leaves files that say the same as they were written, comments too', async () => {
    test.edit(file, 'organization:', '# Call back in May\norganization:');
    const before = await filesIn(test.at());
    expect((await test.pull()).lines.at(-1)).toContain('There’s nothing to write');
    expect(await filesIn(test.at())).toEqual(before);
  });

  it('changes the one field that was changed and published there', async () => {
    await writeCanonical(fixture, test.at());
    test.commit();
    const before = test.read(file);
    await test.retitleInSpace(titleInSpace);
    const dry = await test.pull({ dryRun: true });
    expect(dry.code).toBe(1);
    expect(dry.lines.slice(1)).toEqual([`~ ${file}`, 'Nothing was changed.']);
    expect(test.read(file)).toBe(before);
    expect((await test.pull()).lines.at(-1)).toBe(`Wrote 1 files into ${test.at()}.`);
    expect(test.read(file)).toBe(before.replace(title, titleInSpace));
    expect((await test.push()).lines.at(-1)).toContain('There’s nothing to do.');
  });

  it('leaves changes there that aren’t published, and says so', async () => {
    await test.retitleInSpace(titleInSpace, { publish: false });
    const { lines } = await test.pull();
    expect(lines).toContain(`! opportunity ${entryId} has changes that aren’t published, and aren’t pulled`);
    expect(lines.at(-1)).toContain('There’s nothing to write');
  });

  it('makes a draft of what was unpublished there', async () => {
    await test.client.entry.unpublish({ entryId });
    await test.pull();
    expect(test.read(file)).toContain('status: draft\n');
    expect((await test.push()).lines.at(-1)).toContain('There’s nothing to do.');
  });

  it('keeps what the space has no place for, and names what only the folder has', async () => {
    await test.startEmpty();
    // A space has no place for a flag that is off either.
    test.edit(file, 'status: open', 'status: open\nfeatured: false\nnote: Ring Awa');
    const pushed = await test.push();
    expect(pushed.lines.filter((line) => line.includes(entryId) && line.startsWith('!'))).toEqual([
      `! not in the space: ${test.at(file)}: the field note, which the model doesn’t have`,
    ]);
    await test.retitleInSpace(titleInSpace);
    test.write('pages/mine.yml', 'en:\n  title: Mine\n');
    test.commit();
    const { code, lines } = await test.pull();
    expect(code).toBe(0);
    expect(lines).toContain(`  only in ${test.at()}, and stays: pages/mine.yml`);
    for (const kept of [`title: ${titleInSpace}\n`, 'featured: false\n', 'note: Ring Awa\n'])
      expect(test.read(file)).toContain(kept);
  });
});

describe('a pull over files with changes that aren’t committed', () => {
  it('leaves them, names them by their titles, and writes the others', async () => {
    test.retitleInFiles();
    await test.retitleInSpace(titleInSpace);
    await rm(test.at('pages/about.yml'));
    const before = test.read(file);
    const { code, text } = await test.pull();
    expect(code).toBe(1);
    expect(test.read(file)).toBe(before);
    expect(text).toContain(
      `! “${titleInSpace}” (${key}) isn’t pulled: ${file} has changes that aren’t committed.\nCommit these files`,
    );
    expect(text).toContain(`  npm run cms -- pull --overwrite ${key}\n`);
    expect(test.read('pages/about.yml')).toContain('title:');
    test.commit();
    expect((await test.pull()).code).toBe(0);
    expect(test.read(file)).toContain(`title: ${titleInSpace}\n`);
  });

  it('replaces those that were named', async () => {
    test.retitleInFiles();
    await test.retitleInSpace(titleInSpace);
    await expect(test.pull({ overwrite: 'opportunity/nothing' })).rejects.toThrow('There is no');
    expect((await test.pull({ overwrite: key })).code).toBe(0);
    expect(test.read(file)).toContain(`title: ${titleInSpace}\n`);
  });

  it('leaves a file that git doesn’t have, also one that can’t be read', async () => {
    await rm(test.at('pages/about.yml'));
    test.commit();
    test.write('pages/about.yml', 'en: {title: [half a sentence');
    const { code, text } = await test.pull();
    expect(code).toBe(1);
    expect(text).toContain('pages/about.yml has changes that aren’t committed.');
    expect(test.read('pages/about.yml')).toBe('en: {title: [half a sentence');
  });
});

describe('a pull outside a git repository', () => {
  it('writes nothing over files with other content, unless all may be overwritten', async () => {
    await rm(test.at('..', '.git'), { recursive: true });
    test.retitleInFiles();
    await rm(test.at('pages/about.yml'));
    await expect(test.pull()).rejects.toThrow(
      `${test.at()} isn’t in a git repository with a commit, so what a pull would replace in 1 files couldn’t be brought back. Nothing was written.`,
    );
    expect([...(await filesIn(test.at())).keys()]).not.toContain('pages/about.yml');
    expect(test.read(file)).toContain(`title: ${titleInFiles}\n`);
    expect((await test.pull({ overwrite: 'all' })).code).toBe(0);
    expect(test.read(file)).toContain(`title: ${title}\n`);
  });

  it('fills an empty folder', async () => {
    await rm(test.at('..', '.git'), { recursive: true });
    const empty = test.at('..', 'empty');
    await mkdir(empty);
    expect((await test.pull({}, { dir: empty })).code).toBe(0);
    expect([...(await filesIn(empty)).keys()].toSorted()).toEqual(
      [...(await filesIn(fixture)).keys()].toSorted(),
    );
  });
});

describe('a picture', () => {
  const picture = 'media/hero.png';

  it('is replaced where git has it, and stays where not', async () => {
    const original = await readFile(test.at(picture));
    test.write(picture, Buffer.concat([original, Buffer.from('mine')]));
    const { code, text } = await test.pull();
    expect(code).toBe(1);
    expect(text).toContain('! picture/hero.png isn’t pulled: media/hero.png has changes');
    expect((await readFile(test.at(picture))).toString()).toMatch(/mine$/);
    test.commit();
    expect((await test.pull()).lines).toContain(`~ ${picture}`);
    expect(await readFile(test.at(picture))).toEqual(original);
  });

  it('gets no place outside the content folder', async () => {
    const assetId = '..--..--escaped.png';
    const upload = await test.client.upload.create({}, { file: new ArrayBuffer(8) });
    const uploadFrom = { sys: { type: 'Link' as const, linkType: 'Upload' as const, id: upload.sys.id } };
    const value = { contentType: 'image/png', fileName: 'escaped.png', uploadFrom };
    const asset = await test.client.asset.createWithId(
      { assetId },
      { fields: { title: { 'en-US': '../../escaped.png' }, file: { 'en-US': value } } },
    );
    const processed = await test.client.asset.processForAllLocales({}, asset);
    await test.client.asset.publish({ assetId }, processed);
    expect((await test.pull()).lines).toContain(`+ ${path.join('media', assetId)}`);
  });
});
