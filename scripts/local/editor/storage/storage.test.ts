import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { useEditor } from '../editor.fixture';
import { tryParseFields, writeFields } from '../entry/format';

// Whatever is saved is written: what the model says is tested beside it.
const { root, file, read, ask, save } = useEditor({
  complete: (_target, _current, text) => Promise.resolve({ text, remarks: [] }),
});

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

  it.each([
    '.env',
    'outside.yml',
    '/etc/passwd',
    'content',
    'content/',
    'content/.env',
    'content/../.env',
    'content/../outside.yml',
    'content/stories/../../outside.yml',
    'content/stories/../stories/x.yml',
    'content/stories/..\\..\\outside.yml',
    'content//stories/x.yml',
    'content/stories/.hidden.yml',
    'content/stories/link.yml',
    'content/stories/x.yml\0.yml',
    'content/stories/x.YML',
    'content/stories/x.yml ',
    'content/stories/x.yml/',
    'content/stories/x.ts',
    'content/stories/deeper/x.yml',
    'content/Stories/x.yml',
    'CONTENT/stories/x.yml',
    'content/i18n/en.json',
    'content/i18n/en.yml',
    'content/media/x.yml',
    'content/media/notes.txt',
    'content/media/.x.png',
    'content/media/x.png.',
    'content/media/x.png:y',
    'content/media/x.html',
    'content/media/../x.png',
    'content/media/.git/x.png',
    'content/media/link.png',
    'content/media/linked/x.png',
    'content/media/linked/new/x.png',
    'content/media',
    'media/x.png',
  ])('reads, writes and deletes nothing at %j', async (where) => {
    const before = await everything();
    const requests = [
      { action: 'open', path: where },
      { action: 'picture', path: where },
      { action: 'save', type: 'story', path: where, fields: {}, base: null, locale: 'en' },
      { action: 'savePicture', picture: { path: where, content } },
      { action: 'delete', path: where, base: secret },
      { action: 'deletePicture', path: where, id: '' },
    ];
    for (const body of requests) {
      const answer = await ask(body);
      expect([answer.status, JSON.stringify(answer.body).includes('SECRET')], body.action).toEqual([
        422,
        false,
      ]);
    }
    expect(await everything()).toEqual(before);
    expect(await readFile(path.join(root(), '.env'), 'utf8')).toBe(secret);
  });

  it('lists entries and pictures, and leaves out links and other files', async () => {
    const { body: rows } = await ask({ action: 'list', type: 'story' });
    const names = (await readdir('tests/small-content/stories')).toSorted();
    expect((rows as unknown as { path: string }[]).map((row) => row.path)).toEqual(
      names.map((name) => `content/stories/${name}`),
    );
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
    const text = writeFields('opportunity', tryParseFields(source) ?? {});
    expect(await save('opportunities/another.yml', source)).toMatchObject({ status: 200 });
    expect(await read('opportunities/another.yml')).toBe(text);
    expect((await readdir(file('opportunities'))).filter((name) => name.startsWith('.'))).toEqual([]);
    const remove = { action: 'delete', path: 'content/opportunities/another.yml', base: text };
    expect(await ask(remove)).toMatchObject({ status: 200 });
    await expect(read('opportunities/another.yml')).rejects.toThrow('ENOENT');
    // Deleted already, as from another tab.
    expect(await ask(remove)).toMatchObject({ status: 200 });
  });

  it('refuses a name that no entry may have', async () => {
    const { status, body } = await save(`opportunities/${'a'.repeat(65)}.yml`, 'en: {}\n');
    expect(status).toBe(422);
    expect(body.error).toContain('has 1 to 64 letters');
  });

  it('replaces no file that can’t be read', async () => {
    const spoilt = 'en:\n  title: "Tide\n';
    await writeFile(file('opportunities/spoilt.yml'), spoilt);
    const { status, body } = await save('opportunities/spoilt.yml', 'en:\n  title: Tide\n', spoilt);
    expect(status).toBe(422);
    expect(body.error).toMatch(/^content\/opportunities\/spoilt\.yml is not valid YAML: .*Nothing was saved/);
    expect(await read('opportunities/spoilt.yml')).toBe(spoilt);
    await rm(file('opportunities/spoilt.yml'));
  });

  it.each([
    [
      'organizations/harbour-school.yml',
      /is still used by .*content\/opportunities\/proofread-tide-tables\.yml/,
    ],
    ['settings/site.yml', /^The site needs its settings: they can’t be deleted\.$/],
  ])('doesn’t delete %s, which the site needs', async (name, message) => {
    const before = await read(name);
    const { status, body } = await ask({
      action: 'delete',
      path: `content/${name}`,
      base: before,
    });
    expect(status).toBe(422);
    expect(body.error).toMatch(message);
    expect(await read(name)).toBe(before);
  });

  it('deletes no picture that is in use', async () => {
    const logo = /logo: \/(media\/\S+)/.exec(await read('organizations/harbour-school.yml'))?.[1] ?? '';
    const { body: picture } = await ask({ action: 'picture', path: `content/${logo}` });
    const { id } = picture as unknown as { id: string };
    const { status, body } = await ask({ action: 'deletePicture', path: `content/${logo}`, id });
    expect(status).toBe(422);
    expect(body.error).toContain('is still used by content/organizations/harbour-school.yml');
  });
});

describe('a file that changed meanwhile', () => {
  const name = 'stories/changing.yml';
  const remove = (base: string) => ask({ action: 'delete', path: `content/${name}`, base });
  const [one, two, three] = ['en:\n  title: One\n', 'en:\n  title: Two\n', 'en:\n  title: Three\n'] as const;

  it('is neither replaced nor deleted, and its text comes back', async () => {
    await writeFile(file(name), two);
    expect(await save(name, three, one)).toMatchObject({ status: 409, body: { current: two } });
    expect(await remove(one)).toMatchObject({ status: 409, body: { current: two } });
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
    const texts = Array.from({ length: 8 }, (_, index) => `en:\n  title: At once ${index}\n`);
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
    const path = `content/media/${name}`;
    const picture = { path, content: Buffer.from(text, 'latin1').toString('base64') };
    expect(await ask({ action: 'savePicture', picture })).toEqual({
      status: 422,
      body: {
        error: `${path} is not a picture that can be read. Nothing was saved. Export it as PNG, JPEG, WebP, AVIF or SVG, with at most 100 million pixels.`,
      },
    });
    await expect(read(`media/${name}`)).rejects.toThrow('ENOENT');
  });

  it('gets a picture as SVG', async () => {
    const content = Buffer.from(wide(20)).toString('base64');
    const picture = { path: 'content/media/drawn.svg', content };
    expect(await ask({ action: 'savePicture', picture })).toMatchObject({ status: 200 });
    expect(await read('media/drawn.svg')).toBe(wide(20));
  });

  it('keeps its pictures: another one of the same name isn’t put over it', async () => {
    const path = 'content/media/new.png';
    const draw = (background: string) =>
      sharp({ create: { width: 2, height: 2, channels: 3, background } })
        .png()
        .toBuffer();
    const first = await draw('red');
    const picture = { path, content: first.toString('base64') };
    expect(await ask({ action: 'savePicture', picture })).toMatchObject({ status: 200 });
    expect(await ask({ action: 'savePicture', picture })).toMatchObject({ status: 200 });
    const other = { path, content: (await draw('blue')).toString('base64') };
    const refused = { status: 422, body: { error: expect.stringContaining('is another picture') as string } };
    expect(await ask({ action: 'savePicture', picture: other })).toMatchObject(refused);
    expect(await ask({ action: 'deletePicture', path, id: 'another' })).toMatchObject({ status: 422 });
    expect(await readFile(file('media/new.png'))).toEqual(first);
  });
});
