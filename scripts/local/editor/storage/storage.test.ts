import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { useEditor } from '../editor.fixture';
import { formatEntryYaml } from '@/sources/files/format-yaml';
import { parseFields } from '../entry/entry-problems';

const updated = '2026-11-28';
const { root, file, read, ask, save } = useEditor({ now: () => Date.parse(updated) });

/** The file of a draft that was saved today. */
const draft = (title: string) => formatEntryYaml('story', { en: { title }, status: 'draft', updated });

describe('the editor’s storage', () => {
  const secret = 'SECRET=1\n';
  const content = Buffer.from('x').toString('base64');
  /** Everything below the folder that holds the content folder. */
  const everything = async () => (await readdir(root(), { recursive: true })).toSorted();

  beforeAll(async () => {
    await writeFile(path.join(root(), '.env'), secret);
    await writeFile(path.join(root(), 'outside.yml'), secret);
    await mkdir(path.join(root(), 'elsewhere'));
    await writeFile(path.join(root(), 'elsewhere/x.yml'), secret);
    await writeFile(path.join(root(), 'elsewhere/x.png'), secret);
    await writeFile(file('stories/.hidden.yml'), secret);
    await writeFile(file('media/notes.txt'), secret);
    await symlink(path.join(root(), '.env'), file('stories/link.yml'));
    await symlink(path.join(root(), '.env'), file('media/link.png'));
    await symlink(path.join(root(), 'elsewhere'), file('media/linked'));
  });

  const reach = async (requests: readonly Readonly<Record<string, unknown>>[]) => {
    const before = await everything();
    for (const body of requests) {
      const answer = await ask(body);
      expect([answer.status, JSON.stringify(answer.body).includes('SECRET')], String(body['action'])).toEqual(
        [422, false],
      );
    }
    expect(await everything()).toEqual(before);
    expect(await readFile(path.join(root(), '.env'), 'utf8')).toBe(secret);
  };

  it.each(['../../outside', '/etc/passwd', '..\\..\\outside', '../stories/x', '.hidden', 'link', 'x.yml\0'])(
    'reads, writes and deletes no entry %j',
    (id) =>
      reach([
        { action: 'open', type: 'story', id },
        { action: 'save', type: 'story', id, fields: { en: { title: 'A' } }, base: null, locale: 'en' },
        { action: 'delete', type: 'story', id, base: secret },
      ]),
  );

  it.each([
    '',
    '/etc/passwd',
    'media/x.png',
    '/stories/x.png',
    '/media/notes.txt',
    '/media/.x.png',
    '/media/x.png:y',
    '/media/../x.png',
    '/media/..\\..\\x.png',
    '/media//x.png',
    '/media/link.png',
    '/media/linked/new/x.png',
  ])('writes and deletes no picture %j', (address) =>
    reach([
      { action: 'savePicture', address, content },
      { action: 'deletePicture', address },
    ]),
  );

  it('lists entries and pictures, and leaves out links and other files', async () => {
    const { body: rows } = await ask({ action: 'list', type: 'story' });
    const names = (await readdir('tests/small-content/stories')).toSorted();
    expect((rows as unknown as { id: string }[]).map((row) => `${row.id}.yml`)).toEqual(names);
    const { body: pictures } = await ask({ action: 'pictures' });
    const shown = pictures as unknown as { address: string; usedIn: string[] }[];
    expect(shown.map(({ address }) => address)).toEqual([
      '/media/hero.png',
      ...(await readdir('tests/small-content/media/orgs')).map((name) => `/media/orgs/${name}`),
    ]);
    expect(shown.filter(({ usedIn }) => usedIn.length === 0)).toEqual([]);
  });

  it('saves and deletes an entry', async () => {
    const source = await read('opportunities/proofread-tide-tables.yml');
    expect(await save('opportunities/another.yml', source)).toMatchObject({ status: 200 });
    const text = await read('opportunities/another.yml');
    const expected = formatEntryYaml('opportunity', { ...parseFields(source), updated });
    expect(parseFields(text)).toMatchObject(parseFields(expected) ?? {});
    expect((await readdir(file('opportunities'))).filter((name) => name.startsWith('.'))).toEqual([]);
    const remove = { action: 'delete', type: 'opportunity', id: 'another', base: text };
    expect(await ask(remove)).toMatchObject({ status: 200 });
    await expect(read('opportunities/another.yml')).rejects.toThrow('ENOENT');
    // Deleted already, as from another tab.
    expect(await ask(remove)).toMatchObject({ status: 200 });
  });

  it('refuses a name that no entry may have', async () => {
    const { status, body } = await save(`opportunities/${'a'.repeat(65)}.yml`, 'en:\n  title: A\n');
    expect(status).toBe(422);
    expect(body.error).toContain('has 1 to 64 letters');
  });

  it('replaces no file that can’t be read', async () => {
    const spoilt = 'en:\n  title: "Tide\n';
    await writeFile(file('opportunities/spoilt.yml'), spoilt);
    const { status, body } = await save('opportunities/spoilt.yml', 'en:\n  title: Tide\n', spoilt);
    expect(status).toBe(422);
    expect(body.error).toMatch(
      /^content\/opportunities\/spoilt\.yml is not valid YAML at line .*Nothing was saved/,
    );
    expect(await read('opportunities/spoilt.yml')).toBe(spoilt);
    await rm(file('opportunities/spoilt.yml'));
  });

  it.each([
    ['organization', 'organizations/harbour-school.yml', /^“Harbour School” is still used in: .*Proofread/],
    ['settings', 'settings/site.yml', /^The site needs its settings: they can’t be deleted\.$/],
  ])('doesn’t delete %s, which the site needs', async (type, name, message) => {
    const before = await read(name);
    const id = path.basename(name, '.yml');
    const { status, body } = await ask({ action: 'delete', type, id, base: before });
    expect(status).toBe(422);
    expect(body.error).toMatch(message);
    expect(await read(name)).toBe(before);
  });

  it('deletes no picture that is in use', async () => {
    const address = /logo: (\S+)/.exec(await read('organizations/harbour-school.yml'))?.[1] ?? '';
    const { status, body } = await ask({ action: 'deletePicture', address });
    expect(status).toBe(422);
    expect(body.error).toContain('is still used in: Harbour School.');
  });
});

describe('a file that changed meanwhile', () => {
  const name = 'stories/changing.yml';
  const remove = (base: string) => ask({ action: 'delete', type: 'story', id: 'changing', base });
  const [one, two, three] = [draft('One'), draft('Two'), draft('Three')];

  it('is neither replaced nor deleted, and its text comes back', async () => {
    await writeFile(file(name), two);
    expect(await save(name, three, one)).toMatchObject({
      status: 409,
      body: { current: two, merge: { conflicts: [{ key: 'en.title' }], fromFile: [] } },
    });
    expect(await remove(one)).toMatchObject({ status: 422 });
    expect(await read(name)).toBe(two);
    // A new entry of its name doesn't replace it either.
    expect(await save(name, three)).toMatchObject({ status: 409, body: { current: two } });
    expect(await save(name, three, two)).toMatchObject({ status: 200 });
    expect(await read(name)).toBe(three);
    // What says the same is no conflict.
    expect(await save(name, three, one)).toMatchObject({ status: 200 });
  });

  it('is not written again where it was deleted, unless asked to', async () => {
    await rm(file(name));
    expect(await save(name, three, two)).toMatchObject({ status: 409, body: { current: null } });
    expect(await save(name, three)).toMatchObject({ status: 200 });
  });

  it('is replaced by one of several saves at a time', async () => {
    await writeFile(file(name), one);
    const texts = Array.from({ length: 8 }, (_, index) => draft(`At once ${index}`));
    const answers = await Promise.all(texts.map((text) => save(name, text, one)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
    expect(await read(name)).toBe(texts[answers.findIndex(({ status }) => status === 200)]);
  });

  const wide = (size: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"/>`;

  it.each([
    ['a page', 'page.png', '<!doctype html><script>alert(1)</script>'],
    ['an empty file', 'empty.jpg', ''],
    ['half a picture', 'half.png', '\x89PNG\r\n\x1A\n'],
    ['a small file with too many pixels', 'large.svg', wide(20_000)],
  ])('gets no picture that can’t be decoded: %s', async (_what, name, text) => {
    const picture = { address: `/media/${name}`, content: Buffer.from(text, 'latin1').toString('base64') };
    expect(await ask({ action: 'savePicture', ...picture })).toEqual({
      status: 422,
      body: {
        error: `content/media/${name} is not a picture that can be read. Nothing was saved. Export it as PNG, JPEG, WebP, AVIF, GIF or SVG, with at most 100 million pixels.`,
      },
    });
    await expect(read(`media/${name}`)).rejects.toThrow('ENOENT');
  });

  it('gets a picture as SVG', async () => {
    const content = Buffer.from(wide(20)).toString('base64');
    const picture = { address: '/media/drawn.svg', content };
    expect(await ask({ action: 'savePicture', ...picture })).toMatchObject({ status: 200 });
    expect(await read('media/drawn.svg')).toBe(wide(20));
  });

  it('keeps its pictures: another one of the same name isn’t put over it', async () => {
    const address = '/media/new.png';
    const draw = (background: string) =>
      sharp({ create: { width: 2, height: 2, channels: 3, background } })
        .png()
        .toBuffer();
    const first = await draw('red');
    const picture = { address, content: first.toString('base64') };
    expect(await ask({ action: 'savePicture', ...picture })).toMatchObject({ status: 200 });
    expect(await ask({ action: 'savePicture', ...picture })).toMatchObject({ status: 200 });
    const other = { address, content: (await draw('blue')).toString('base64') };
    const refused = { status: 422, body: { error: expect.stringContaining('is another picture') as string } };
    expect(await ask({ action: 'savePicture', ...other })).toMatchObject(refused);
    expect(await readFile(file('media/new.png'))).toEqual(first);
  });
});
