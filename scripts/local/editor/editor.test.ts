import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentTypeNames } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { startServer, type LocalServer } from '../listen';
import { buildEditorConfig } from './editor-config';
import { openEditor, type Editor } from './editor';

let root: string;
let editor: Editor;
let server: LocalServer;

const file = (name: string) => path.join(root, 'content', name);
const read = (name: string) => readFile(file(name), 'utf8');
const token = () => editor.fragment.replace('#token=', '');

interface Answer {
  readonly status: number;
  readonly body: { readonly error?: string; readonly current?: string | null };
}

/** Posts to the editor with exactly these headers. */
function post(address: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${server.url}${address}`, { method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Answer['body'],
        }),
      );
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}

const ownHeaders = () => ({
  'Content-Type': 'application/json',
  Origin: server.url,
  'X-Editor-Token': token(),
});

const ask = (body: unknown) => post('/api/v1/', body, ownHeaders());

const save = (name: string, text: string, base: string | null = null) =>
  ask({ action: 'saveEntry', path: `content/${name}`, text, base, pictures: [] });

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'editor-'));
  await cp('scripts/local/contentful/fixture', file(''), { recursive: true });
  editor = openEditor({ contentFolder: file(''), paneFile: path.join(root, 'pane.json') });
  server = await startServer(createServer(editor.answer), 0);
});

afterAll(async () => {
  await server.close();
  await rm(root, { recursive: true });
});

describe('the editor’s configuration', () => {
  const { collections } = buildEditorConfig('content');

  it('has every type with every field of the model, each with its words', () => {
    expect(collections.map(({ name }) => name)).toEqual(contentTypeNames);
    for (const { name, fields } of collections) {
      const { localized, shared } = contentTypes[name];
      expect(fields.map((field) => field.name)).toEqual([
        'shownAs',
        ...['en', 'fr', 'es'],
        ...Object.keys(shared.shape),
      ]);
      const french = fields.find((field) => field.name === 'fr')?.['fields'] as {
        name: string;
        hint: string;
      }[];
      expect(french.map((field) => field.name)).toEqual(Object.keys(localized.shape));
      expect(french.filter(({ hint }) => !hint)).toEqual([]);
    }
  });

  it('asks for nothing in a language, and for the parts of no group that may be missing', () => {
    const fieldsOf = (holder: { readonly [key: string]: unknown }) =>
      (holder['fields'] ?? []) as { readonly name: string; readonly required?: boolean }[];
    for (const { fields } of collections) {
      for (const language of fields.slice(1, 4))
        expect(fieldsOf(language).filter(({ required }) => required)).toEqual([]);
    }
    const opportunity = collections[0]?.fields ?? [];
    const find = (name: string) => opportunity.find((field) => field.name === name) ?? {};
    expect(fieldsOf(find('timeZoneWindow')).map(({ required }) => required)).toEqual([false, false]);
    expect(fieldsOf(find('hours')).map(({ required }) => required)).toEqual([true, true]);
  });
});

describe('the editor’s API', () => {
  const connect = { action: 'connect' };

  it('answers its own page with the token', async () => {
    expect((await ask(connect)).status).toBe(200);
  });

  it.each([
    ['without an origin', { Origin: undefined }, 403],
    ['of another origin', { Origin: 'https://elsewhere.example' }, 403],
    ['of another port', { Origin: 'http://127.0.0.1:1' }, 403],
    ['of an opaque origin', { Origin: 'null' }, 403],
    ['for another host', { Host: 'elsewhere.example', Origin: 'http://elsewhere.example' }, 403],
    ['for a name that begins with an own one', { Host: 'localhost.elsewhere.example' }, 403],
    ['without the token', { 'X-Editor-Token': undefined }, 401],
    ['with another token', { 'X-Editor-Token': 'x'.repeat(43) }, 401],
    ['with part of the token', { 'X-Editor-Token': '' }, 401],
  ])('refuses a request %s', async (_what, changed, status) => {
    const headers = Object.fromEntries(
      Object.entries({ ...ownHeaders(), ...changed }).filter(
        (pair): pair is [string, string] => pair[1] !== undefined,
      ),
    );
    for (const address of ['/api/v1/', '/pane/']) {
      expect((await post(address, connect, headers)).status, address).toBe(status);
    }
  });

  it('has a new token at each start, which its page doesn’t tell', async () => {
    const other = openEditor({ contentFolder: file(''), paneFile: path.join(root, 'pane.json') });
    expect(other.fragment).not.toBe(editor.fragment);
    expect(token()).toMatch(/^[\w-]{43}$/);
    for (const address of ['/', '/manual.js', '/decap/decap-cms.js']) {
      expect(await (await fetch(`${server.url}${address}`)).text()).not.toContain(token());
    }
  });

  it('takes JSON only, so that no form of another site can send to it', async () => {
    const headers = { ...ownHeaders(), 'Content-Type': 'text/plain' };
    expect((await post('/api/v1/', connect, headers)).status).toBe(422);
  });

  it.each([
    { action: 'info' },
    { action: 'getEntry', params: { path: 'content/stories/x.yml' } },
    { action: 'persistMedia', params: { asset: { path: 'src/x.ts', content: '', encoding: 'base64' } } },
    { action: 'entry', path: 'content/stories/x.yml', more: 1 },
    { action: 'deleteFiles', paths: [] },
    null,
  ])('has no other action: %j', async (body) => {
    expect((await ask(body)).status).toBe(422);
  });
});

describe('the editor’s storage', () => {
  const secret = 'SECRET=1\n';
  const content = Buffer.from('x').toString('base64');
  /** Everything below the folder that holds the content folder. */
  const everything = async () => (await readdir(root, { recursive: true })).toSorted();

  beforeAll(async () => {
    await writeFile(path.join(root, '.env'), secret);
    await writeFile(path.join(root, 'outside.yml'), secret);
    await mkdir(path.join(root, 'elsewhere'));
    await writeFile(path.join(root, 'elsewhere/x.yml'), secret);
    await writeFile(path.join(root, 'elsewhere/x.png'), secret);
    await writeFile(file('stories/.hidden.yml'), secret);
    await writeFile(file('media/notes.txt'), secret);
    await symlink(path.join(root, '.env'), file('stories/link.yml'));
    await symlink(path.join(root, '.env'), file('media/link.png'));
    await symlink(path.join(root, 'elsewhere'), file('media/linked'));
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
      { action: 'entry', path: where },
      { action: 'picture', path: where },
      { action: 'saveEntry', path: where, text: 'en: {}\n', base: null, pictures: [] },
      {
        action: 'saveEntry',
        path: 'content/stories/new.yml',
        text: 'en: {}\n',
        base: null,
        pictures: [{ path: where, content }],
      },
      { action: 'savePicture', picture: { path: where, content } },
      { action: 'deleteEntry', path: where, base: secret },
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
    expect(await readFile(path.join(root, '.env'), 'utf8')).toBe(secret);
  });

  it.each([
    '',
    'content',
    '.',
    '..',
    'content/i18n',
    'content/media/..',
    'content/media/linked',
    'content/media/.x',
  ])('lists nothing of %j', async (folder) => {
    for (const action of ['entries', 'pictures']) expect((await ask({ action, folder })).status).toBe(422);
  });

  it('lists entries and pictures, and leaves out links and other files', async () => {
    const paths = async (action: string, folder: string) =>
      ((await ask({ action, folder })).body as unknown as { path: string }[]).map((one) => one.path);
    const names = (await readdir('scripts/local/contentful/fixture/stories')).toSorted();
    expect(await paths('entries', 'content/stories')).toEqual(names.map((name) => `content/stories/${name}`));
    expect(await paths('pictures', 'content/media')).toEqual(['content/media/hero.png']);
  });

  it('saves and deletes an entry', async () => {
    const text = await read('opportunities/proofread-tide-tables.yml');
    expect(await save('opportunities/another.yml', text)).toMatchObject({ status: 200 });
    expect(await read('opportunities/another.yml')).toBe(text);
    expect((await readdir(file('opportunities'))).filter((name) => name.startsWith('.'))).toEqual([]);
    const remove = { action: 'deleteEntry', path: 'content/opportunities/another.yml', base: text };
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

  it('deletes nothing that another entry leads to', async () => {
    const name = 'organizations/harbour-school.yml';
    const { status, body } = await ask({
      action: 'deleteEntry',
      path: `content/${name}`,
      base: await read(name),
    });
    expect(status).toBe(422);
    expect(body.error).toMatch(/is still used by .*content\/opportunities\/proofread-tide-tables\.yml/);
    expect(await read(name)).toContain('name:');
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
  const remove = (base: string) => ask({ action: 'deleteEntry', path: `content/${name}`, base });
  const [one, two, three] = ['en:\n  title: One\n', 'en:\n  title: Two\n', 'en:\n  title: Three\n'] as const;

  it('is neither replaced nor deleted, and its text comes back', async () => {
    await writeFile(file(name), two);
    expect(await save(name, three, one)).toMatchObject({ status: 409, body: { current: two } });
    expect(await remove(one)).toMatchObject({ status: 409, body: { current: two } });
    expect(await read(name)).toBe(two);
    expect(await save(name, three, two)).toMatchObject({ status: 200 });
    expect(await read(name)).toBe(three);
  });

  it('is no conflict where the save says the same', async () => {
    await writeFile(file(name), two);
    expect(await save(name, two, one)).toMatchObject({ status: 200 });
  });

  it('is not replaced by a new entry of its name', async () => {
    await writeFile(file(name), two);
    expect(await save(name, three)).toMatchObject({ status: 409, body: { current: two } });
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

  it('keeps its pictures: another one of the same name isn’t put over it', async () => {
    const path = 'content/media/new.png';
    const encode = (text: string) => Buffer.from(text).toString('base64');
    const picture = { path, content: encode('first') };
    expect(await ask({ action: 'savePicture', picture })).toMatchObject({ status: 200 });
    expect(await ask({ action: 'savePicture', picture })).toMatchObject({ status: 200 });
    const other = { path, content: encode('second') };
    const refused = { status: 422, body: { error: expect.stringContaining('is another picture') as string } };
    expect(await ask({ action: 'savePicture', picture: other })).toMatchObject(refused);
    const entry = {
      action: 'saveEntry',
      path: 'content/stories/with.yml',
      text: one,
      base: null,
      pictures: [other],
    };
    expect(await ask(entry)).toMatchObject(refused);
    await expect(read('stories/with.yml')).rejects.toThrow('ENOENT');
    expect(await ask({ action: 'deletePicture', path, id: 'another' })).toMatchObject({ status: 422 });
    expect(await read('media/new.png')).toBe('first');
  });
});

describe('the editor’s page', () => {
  it('asks nothing of another host, and has the configuration', async () => {
    const response = await fetch(`${server.url}/`);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    const html = await response.text();
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    const config = /<script type="application\/json" id="config">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect(JSON.parse(config)).toEqual(JSON.parse(JSON.stringify(buildEditorConfig('content'))));
  });

  it('has its editor from the package, and no other file of it', async () => {
    const response = await fetch(`${server.url}/decap/decap-cms.js`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('javascript');
    expect((await fetch(`${server.url}/decap/..%2f..%2fpackage.json`)).status).toBe(404);
    expect((await fetch(`${server.url}/decap/%2e%2e/package.json`)).status).toBe(404);
  });
});

describe('what is in the form', () => {
  const send = (body: unknown) => post('/pane/', body, ownHeaders());

  it('is kept as an entry, with pictures that aren’t saved yet', async () => {
    const picture = { src: 'blob:http://localhost/1', width: 400, height: 300 };
    const fields = { fr: { name: 'Puits' }, logo: '/media/orgs/wells.png', country: 'NE' };
    const sent = { type: 'organization', id: '', fields, pictures: { '/media/orgs/wells.png': picture } };
    expect((await send(sent)).status).toBe(200);
    expect(JSON.parse(await readFile(path.join(root, 'pane.json'), 'utf8'))).toEqual({
      entry: {
        id: 'being-written',
        type: 'organization',
        locales: { fr: { name: 'Puits' } },
        shared: { logo: 'orgs--wells.png', country: 'NE' },
        origin: { label: 'the form' },
      },
      pictures: {
        'orgs--wells.png': {
          width: 400,
          height: 300,
          avif: [],
          webp: [{ src: 'blob:http://localhost/1', width: 400 }],
        },
      },
    });
  });

  it('is shown to its own page only', async () => {
    const sent = { type: 'page', id: 'x', fields: {}, pictures: {} };
    const { key } = (await send(sent)).body as unknown as { key: string };
    const mayShow = (url: string, host = 'localhost:4321') =>
      editor.mayShowPane({ url, headers: { host } } as Parameters<Editor['mayShowPane']>[0]);
    expect(mayShow(`/fr/?key=${key}`)).toBe(true);
    expect(mayShow('/fr/')).toBe(false);
    expect(mayShow(`/fr/?key=${token()}`)).toBe(false);
    expect(mayShow(`/fr/?key=${key}`, 'elsewhere.example')).toBe(false);
  });

  it('is refused where it is none, or a picture is of another site', async () => {
    expect((await send({ type: 'banner', id: '', fields: {}, pictures: {} })).status).toBe(422);
    const elsewhere = { '/media/x.png': { src: 'https://elsewhere.example/x.png', width: 1, height: 1 } };
    expect((await send({ type: 'page', id: '', fields: {}, pictures: elsewhere })).status).toBe(422);
  });
});
