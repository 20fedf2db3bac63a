import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  startContentfulStandIn,
  type ContentfulStandIn,
  type StandInOptions,
} from '../local/contentful/stand-in';
import { fixture } from '../local/contentful/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pullContent } from './pull/pull-command';
import { pushContent, type TransferOptions } from './push/push-command';
import { setUpSpace } from './setup/setup-command';
import { openClient } from './space.fixture';
import {
  expectSameAfterRoundTrip,
  filesIn,
  runTransfer,
  transferContext,
  writeCanonical,
} from './transfer.fixture';

let dir = '';
let standIn: ContentfulStandIn;
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'ov-transfer-'));
});
afterEach(async () => {
  await standIn.close();
  await rm(dir, { recursive: true });
});

const surroundings = (content: string) => transferContext(standIn, content, dir);

const run = (command: typeof pushContent, content: string, options: TransferOptions = {}) =>
  runTransfer(command, surroundings(content), options);

/** An empty space with the model. */
async function start(options: Partial<StandInOptions> = {}): Promise<void> {
  standIn = await startContentfulStandIn(options);
  await setUpSpace({ yes: true }, surroundings(fixture));
}

const client = () => openClient(standIn);

describe('push, then pull into an empty folder', () => {
  it('gives the content byte for byte, and the same entries from both', { timeout: 60_000 }, async () => {
    const content = path.join(dir, 'content');
    await writeCanonical(fixture, content);
    await start();
    await expectSameAfterRoundTrip(standIn, content, dir);
  });
});

/** A copy of the fixture to edit. */
async function copyFixture(): Promise<string> {
  const content = path.join(dir, 'content');
  await cp(fixture, content, { recursive: true });
  return content;
}

/** A copy of the fixture to edit, pushed to a space of its own. */
async function pushedCopy(): Promise<string> {
  await start();
  const content = await copyFixture();
  expect((await run(pushContent, content)).code).toBe(0);
  return content;
}

const notebooks = 'relire-carnets';
const notebooksFile = `opportunities/${notebooks}.yml`;

async function edit(content: string, file: string, from: string, to: string): Promise<void> {
  const before = await readFile(path.join(content, file), 'utf8');
  expect(before).toContain(from);
  await writeFile(path.join(content, file), before.replace(from, to));
}

/** Changes the French title of an entry in the space. */
async function retitle(title: string, publish: boolean): Promise<void> {
  const entryId = notebooks;
  const entry = await client().entry.get({ entryId });
  const fields = { ...entry.fields, title: { ...(entry.fields['title'] as object), fr: title } };
  const changed = await client().entry.update({ entryId }, { ...entry, fields });
  if (publish) await client().entry.publish({ entryId }, changed);
}

const published = () => standIn.space.entries.map(({ sys }) => sys.id);

describe('pull', () => {
  it('gives a folder again that a space was made of, without a push', async () => {
    standIn = await startContentfulStandIn({ content: fixture });
    const copy = path.join(dir, 'copy');
    expect((await run(pullContent, copy)).code).toBe(0);
    expect([...(await filesIn(copy)).keys()].toSorted()).toEqual(
      [...(await filesIn(fixture)).keys()].toSorted(),
    );
  });

  it('leaves files that say the same as they were written, comments too', async () => {
    const content = await pushedCopy();
    await edit(content, notebooksFile, 'organization:', '# Call back in May\norganization:');
    const before = await filesIn(content);
    expect((await run(pullContent, content)).lines.at(-1)).toContain('There’s nothing to write');
    expect(await filesIn(content)).toEqual(before);
  });

  it('changes the one field that was changed and published there', async () => {
    const content = await pushedCopy();
    await run(pullContent, path.join(dir, 'other'));
    const before = await readFile(path.join(dir, 'other', notebooksFile), 'utf8');
    await retitle('Relire neuf carnets', true);
    const told = await run(pullContent, path.join(dir, 'other'), { dryRun: true });
    expect(told).toMatchObject({ code: 1 });
    expect(told.lines).toContain(`~ ${notebooksFile}: fr.title`);
    expect(await readFile(path.join(dir, 'other', notebooksFile), 'utf8')).toBe(before);
    await run(pullContent, path.join(dir, 'other'));
    expect(await readFile(path.join(dir, 'other', notebooksFile), 'utf8')).toBe(
      before.replace('Relire huit carnets de chantier', 'Relire neuf carnets'),
    );
    expect((await run(pushContent, path.join(dir, 'other'))).lines.at(-1)).toContain(
      'There’s nothing to do.',
    );
    // The file here is older than what was written there.
    expect((await run(pushContent, content, { dryRun: true })).lines.join('\n')).toContain(
      `! opportunity/${notebooks} “Relire huit carnets de chantier” was changed in Contentful only`,
    );
  });

  it('leaves changes there that aren’t published, and says so', async () => {
    const content = await pushedCopy();
    await retitle('Relire neuf carnets', false);
    const { lines } = await run(pullContent, content);
    expect(lines).toContain(
      `! opportunity ${notebooks} has changes that aren’t published, and aren’t pulled`,
    );
    expect(lines.at(-1)).toContain('There’s nothing to write');
  });

  it('makes a draft of what was unpublished there', async () => {
    const content = await pushedCopy();
    await client().entry.unpublish({ entryId: notebooks });
    expect((await run(pullContent, content)).lines).toContain(`~ ${notebooksFile}: status`);
    expect(await readFile(path.join(content, notebooksFile), 'utf8')).toContain('status: draft\n');
  });

  it('keeps what the space has no place for, and overwrites no file that it can’t read', async () => {
    await start({ locales: [{ code: 'en-US' }] });
    const content = await copyFixture();
    await edit(content, notebooksFile, 'status: open', 'status: open\nnote: Ring Awa');
    const pushed = await run(pushContent, content);
    expect(pushed.lines.filter((line) => line.includes(notebooks) && line.startsWith('!'))).toEqual([
      `! not in the space: ${content}/${notebooksFile}: the field note, which the model doesn’t have`,
    ]);
    await retitle('Relire neuf carnets', true);
    await writeFile(path.join(content, 'pages/about.yml'), 'en: {title: [half a sentence');
    const pulled = await run(pullContent, content);
    expect(pulled.code).toBe(1);
    expect(pulled.lines).toContain(
      '! pages/about.yml can’t be read, and is not overwritten. Fix or delete it.',
    );
    const after = await readFile(path.join(content, notebooksFile), 'utf8');
    expect(after).toContain('  title: Relire neuf carnets\n');
    expect(after).toContain('note: Ring Awa\n');
    expect(await readFile(path.join(content, 'pages/about.yml'), 'utf8')).toBe(
      'en: {title: [half a sentence',
    );
  });
});

describe('a space that lacks a field which programs fill in', () => {
  it('gets the entries without it, and a pull leaves it in the file', async () => {
    await start();
    const params = { contentTypeId: 'opportunity' };
    for (const change of ['omit', 'delete']) {
      const type = await client().contentType.get(params);
      const fields = type.fields.flatMap((field) => {
        if (field.id !== 'provenance') return [field];
        return change === 'omit' ? [{ ...field, omitted: true }] : [];
      });
      await client().contentType.publish(
        params,
        await client().contentType.update(params, { ...type, fields }),
      );
    }
    const content = await copyFixture();
    const provenance = 'provenance:\n  translatedFrom:\n    en:\n      title: 0123456789abcdef\n';
    // A space has no place for a flag that is off either.
    await edit(content, notebooksFile, 'organization:', `${provenance}featured: false\norganization:`);
    const { code, lines } = await run(pushContent, content);
    expect(code).toBe(0);
    expect(lines.join('\n')).toContain('! not in the space: provenance of type opportunity (in 1)');
    await retitle('Relire neuf carnets', true);
    expect((await run(pullContent, content)).code).toBe(0);
    const after = await readFile(path.join(content, notebooksFile), 'utf8');
    expect(after).toContain('title: Relire neuf carnets\n');
    expect(after).toContain('title: 0123456789abcdef');
    expect(after).toContain('featured: false\n');
  });
});

describe('push', () => {
  it('tells what it would do, entry by entry and field by field, and does nothing with --dry-run', async () => {
    const content = await pushedCopy();
    await edit(content, notebooksFile, '2029-12-31', '2030-01-31');
    await rm(path.join(content, 'resources/first-caption.yml'));
    const { code, lines } = await run(pushContent, content, { dryRun: true });
    expect(code).toBe(1);
    expect(lines.slice(1)).toEqual([
      `~ opportunity ${notebooks}: en-US.closes (publish)`,
      '  only in the space, and stays: resource first-caption',
      'Nothing was changed.',
    ]);
  });

  it('keeps drafts unpublished, and unpublishes what became one', async () => {
    const content = await pushedCopy();
    expect(published()).toContain(notebooks);
    expect(published()).not.toContain('zz-not-yet');
    await edit(content, notebooksFile, 'status: open', 'status: review');
    await edit(content, 'opportunities/zz-not-yet.yml', 'status: draft', 'status: review');
    await run(pushContent, content);
    expect(published()).not.toContain(notebooks);
    expect(published()).not.toContain('zz-not-yet');
    await edit(content, notebooksFile, 'status: review', 'status: open');
    await run(pushContent, content);
    expect(published()).toContain(notebooks);
  });

  it('goes on after an entry that Contentful refuses, and does only what is left the next time', async () => {
    await start();
    const content = await copyFixture();
    const title = 'Relire huit carnets de chantier';
    await edit(content, notebooksFile, title, title.repeat(5));
    const first = await run(pushContent, content);
    expect(first.code).toBe(1);
    expect(first.lines).toContain('1 entries were refused; the others are in the space.');
    const said = first.lines.findIndex((line) => line.includes('found it invalid'));
    expect(first.lines[said]).toContain(`while publishing opportunity ${notebooks}.`);
    expect(first.lines[said + 1]).toBe('    Title (fr) is too long: at most 120 are allowed. Shorten it.');
    expect(published()).toHaveLength(12);
    await edit(content, notebooksFile, title.repeat(5), title);
    const second = await run(pushContent, content);
    expect(second.lines.filter((line) => /^[+~]/.test(line))).toEqual([
      `~ opportunity ${notebooks}: fr.title (publish)`,
    ]);
    expect(published()).toHaveLength(13);
  });

  it('says what can’t be in a space before it changes anything', async () => {
    await start();
    const content = await copyFixture();
    await cp(path.join(content, notebooksFile), path.join(content, 'pages', `${notebooks}.yml`));
    const pushing = run(pushContent, content);
    await expect(pushing).rejects.toThrow('have the same id; a space has each id once');
    expect(standIn.space.entries).toEqual([]);
  });

  it('leaves out a picture whose name can’t be an id, and the entries with it, and pushes the others', async () => {
    await start();
    const content = await copyFixture();
    await cp(path.join(content, 'media/hero.png'), path.join(content, 'media/logo été 2.png'));
    await edit(content, 'campaigns/boats-and-beans.yml', '/media/hero.png', '/media/logo été 2.png');
    const { code, lines } = await run(pushContent, content);
    expect(code).toBe(1);
    expect(lines.filter((line) => line.startsWith('! not pushed'))).toEqual([
      '! not pushed: the picture logo été 2.png: its name, with the folder, is its id in Contentful, which has 1 to 64 of A–Z a–z 0–9 . _ -. Rename it, for example to logo-ete-2.png, and the links to it.',
      `! not pushed: ${content}/campaigns/boats-and-beans.yml, because of its picture`,
    ]);
    expect(published()).toHaveLength(11);
    expect(published()).not.toContain('boats-and-beans');
    expect(lines).toContain(
      '    Featured campaign leads to “boats-and-beans”, which the space doesn’t have. Push that too, or remove the link.',
    );
  });

  it('says of each value that Contentful refuses where it is, what is wrong and what to do', async () => {
    const content = await pushedCopy();
    await edit(content, notebooksFile, 'organization: harbour-school', 'organization: nowhere');
    await edit(content, 'opportunities/caption-harbour-films.yml', 'countries:\n', 'countries:\n  - XX\n');
    const tables = 'opportunities/proofread-tide-tables.yml';
    await edit(content, tables, 'zone: Africa/Porto-Novo', 'zone: Dakar');
    const { lines } = await run(pushContent, content);
    expect(lines.filter((line) => line.startsWith('    '))).toEqual([
      expect.stringMatching(/^ {4}Countries that benefit, 1 is none of the values that the space allows\. /),
      '    Closes: time zone is none of the values that the space allows. Use one of those in docs/model.md; if it is one, npm run cms -- setup says how the fields of the space differ from the model.',
      '    Organization leads to “nowhere”, which the space doesn’t have. Push that too, or remove the link.',
    ]);
  });

  it('goes on where it was stopped', async () => {
    await start();
    const print = (line: string) => {
      if (line === 'Entries written: 10 of 14') throw new Error('the terminal was closed');
    };
    await expect(pushContent({}, { ...surroundings(fixture), print })).rejects.toThrow(
      'the terminal was closed',
    );
    expect(published()).toEqual([]);
    const { code, lines } = await run(pushContent, fixture);
    expect(code).toBe(0);
    expect(lines.filter((line) => line.startsWith('+ '))).toHaveLength(4);
    expect(published()).toHaveLength(13);
    expect((await run(pushContent, fixture)).lines.at(-1)).toContain('There’s nothing to do.');
  });

  it('asks for the model first', async () => {
    standIn = await startContentfulStandIn({});
    await expect(run(pushContent, fixture)).rejects.toThrow(
      'The space doesn’t have our model: it lacks opportunity',
    );
  });

  it('gets through a burst of refusals for too many requests', { timeout: 60_000 }, async () => {
    await start({ fault: 'rate-limit-burst' });
    expect((await run(pushContent, fixture)).code).toBe(0);
  });
});
