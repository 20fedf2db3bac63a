import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { locales } from '@/i18n/locales';
import { openEditor, type Editor } from './editor';
import { collectPageWords } from '../form-page/page-server';
import { useEditor } from './editor.fixture';

const { root, editor, url, file, token, ownHeaders, post, ask } = useEditor();

const connect = { action: 'connect' };

describe('the editor’s API', () => {
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
    expect((await post('/api/', connect, headers)).status).toBe(status);
  });

  it('has a new token at each start, which its page doesn’t tell', async () => {
    const other = openEditor({ contentFolder: file(''), paneFile: path.join(root(), 'pane.json') });
    expect(other.fragment).not.toBe(editor().fragment);
    expect(token()).toMatch(/^[\w-]{43}$/);
    for (const address of ['/', '/editor.js', '/words/en.json']) {
      expect(await (await fetch(`${url()}${address}`)).text()).not.toContain(token());
    }
  });

  it('takes JSON only, so that no form of another site can send to it', async () => {
    const headers = { ...ownHeaders(), 'Content-Type': 'text/plain' };
    expect((await post('/api/', connect, headers)).status).toBe(422);
  });

  it.each([
    { action: 'info' },
    { action: 'open', type: 'story', id: 'x', more: 1 },
    { action: 'saveEntry', type: 'story', id: 'x', text: '' },
    null,
  ])('has no other action: %j', async (body) => {
    expect((await ask(body)).status).toBe(422);
  });
});

describe('the editor’s page', () => {
  it('loads nothing of another host, and runs only its own scripts', async () => {
    const response = await fetch(`${url()}/`);
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain('unsafe');
    expect(await response.text()).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  it.each(locales)('has its words in every language (%s)', async (locale) => {
    const words = (await (await fetch(`${url()}/words/${locale}.json`)).json()) as unknown;
    expect(words).toEqual(collectPageWords(locale, new Date().toISOString().slice(0, 10)));
  });

  it('has its scripts and styles, and no other file', async () => {
    for (const [name, type] of [
      ['editor.js', 'text/javascript'],
      ['rich-text.js', 'text/javascript'],
      ['editor.css', 'text/css'],
    ] as const) {
      const response = await fetch(`${url()}/${name}`);
      expect(response.headers.get('content-type')).toContain(type);
    }
    for (const other of ['x/editor.js', '..%2fpackage.json', '%2e%2e/package.json', 'words/xx.json'])
      expect((await fetch(`${url()}/${other}`)).status, other).toBe(404);
  });
});

describe('what is in the form', () => {
  const send = (form: object) => ask({ action: 'pane', ...form });
  const readKey = async () => ((await ask(connect)).body as unknown as { key: string }).key;

  it('is kept as an entry, with pictures that aren’t saved yet', async () => {
    const picture = { src: '/admin/picture/?address=1', width: 400, height: 300 };
    const fields = { fr: { name: 'Puits' }, logo: '/media/orgs/wells.png', country: 'NE' };
    const sent = { type: 'organization', id: '', fields, pictures: { '/media/orgs/wells.png': picture } };
    expect((await send(sent)).status).toBe(200);
    expect(JSON.parse(await readFile(path.join(root(), 'pane.json'), 'utf8'))).toEqual({
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
          webp: [{ src: '/admin/picture/?address=1', width: 400 }],
        },
      },
    });
  });

  it('is shown to its own page only', async () => {
    const key = await readKey();
    const mayShow = (url: string, host = 'localhost:4321') =>
      editor().mayShowPane({ url, headers: { host } } as Parameters<Editor['mayShowPane']>[0]);
    expect(mayShow(`/fr/?key=${key}`)).toBe(true);
    expect(mayShow('/fr/')).toBe(false);
    expect(mayShow(`/fr/?key=${token()}`)).toBe(false);
    expect(mayShow(`/fr/?key=${key}`, 'elsewhere.example')).toBe(false);
  });

  it('shows pictures of the content, in which nothing runs, to its own page only', async () => {
    const show = (address: string, key: string) =>
      fetch(`${url()}/picture/?address=${encodeURIComponent(address)}&key=${key}`);
    const key = await readKey();
    const shown = await show('/media/hero.png', key);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(shown.headers.get('content-security-policy')).toBe('sandbox');
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(await readFile(file('media/hero.png')));
    expect((await show('/media/hero.png', token())).status).toBe(404);
    expect((await show('/media/../settings/site.yml', key)).status).toBe(404);
  });

  it('is refused where it is none, or a picture is of another site', async () => {
    expect((await send({ type: 'banner', id: '', fields: {}, pictures: {} })).status).toBe(422);
    const elsewhere = { '/media/x.png': { src: 'https://elsewhere.example/x.png', width: 1, height: 1 } };
    expect((await send({ type: 'page', id: '', fields: {}, pictures: elsewhere })).status).toBe(422);
  });
});
