import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentTypeNames } from '@/model/entry';
import { contentTypes } from '@/model/types';
import { listen, type Listening } from '../listen';
import { editorConfig } from './config';
import { openEditor } from './editor';

let root: string;
let editor: Listening;

const file = (name: string) => path.join(root, 'content', name);
const read = (name: string) => readFile(file(name), 'utf8');

async function ask(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${editor.url}/api/v1/`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, said: (await response.json()) as { error?: string; message?: string } };
}

const save = (name: string, raw: string) =>
  ask({
    action: 'persistEntry',
    params: {
      branch: 'main',
      dataFiles: [{ slug: path.parse(name).name, path: `content/${name}`, raw }],
      assets: [],
      options: { commitMessage: 'save', useWorkflow: false, status: 'draft' },
    },
  });

const remove = (name: string) =>
  ask({
    action: 'deleteFiles',
    params: { branch: 'main', paths: [`content/${name}`], options: { commitMessage: 'delete' } },
  });

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'editor-'));
  await cp('src/local/contentful/fixture', file(''), { recursive: true });
  const server: Server = createServer(await openEditor(file(''), path.join(root, 'pane.json')));
  editor = await listen(server, 0);
});

afterAll(async () => {
  await editor.close();
  await rm(root, { recursive: true });
});

describe('the editor’s configuration', () => {
  const { collections } = editorConfig('content');

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

describe('the editor’s storage', () => {
  it('is for pages of this machine only', async () => {
    const info = { action: 'info' };
    expect((await ask(info)).status).toBe(200);
    expect((await ask(info, { Origin: editor.url })).status).toBe(200);
    for (const origin of ['https://elsewhere.example', 'null', 'http://localhost:1']) {
      expect((await ask(info, { Origin: origin })).status, origin).toBe(403);
    }
  });

  it('keeps within the folder beside the content', async () => {
    const { status } = await save('../../outside.yml', 'en: {}\n');
    expect(status).toBe(422);
  });

  it('saves an entry', async () => {
    const raw = await read('opportunities/proofread-tide-tables.yml');
    expect(await save('opportunities/another.yml', raw)).toMatchObject({ status: 200 });
    expect(await read('opportunities/another.yml')).toBe(raw);
    expect(await remove('opportunities/another.yml')).toMatchObject({ status: 200 });
    await expect(read('opportunities/another.yml')).rejects.toThrow('ENOENT');
  });

  it('refuses a name that no entry may have', async () => {
    const { status, said } = await save(`opportunities/${'a'.repeat(65)}.yml`, 'en: {}\n');
    expect(status).toBe(422);
    expect(said.error).toContain('has 1 to 64 letters');
  });

  it('puts nothing in the place of a file that can’t be read', async () => {
    const spoilt = 'en:\n  title: "Tide\n';
    await writeFile(file('opportunities/spoilt.yml'), spoilt);
    const { status, said } = await save('opportunities/spoilt.yml', 'en:\n  title: Tide\n');
    expect(status).toBe(422);
    expect(said.error).toMatch(/^content\/opportunities\/spoilt\.yml is not valid YAML: .*Nothing was saved/);
    expect(await read('opportunities/spoilt.yml')).toBe(spoilt);
    await rm(file('opportunities/spoilt.yml'));
  });

  it('deletes nothing that another entry leads to', async () => {
    const { status, said } = await remove('organizations/harbour-school.yml');
    expect(status).toBe(422);
    expect(said.error).toMatch(/is still used by .*content\/opportunities\/proofread-tide-tables\.yml/);
    expect(await read('organizations/harbour-school.yml')).toContain('name:');
  });

  it('deletes no picture that is in use', async () => {
    const logo = /logo: \/(media\/\S+)/.exec(await read('organizations/harbour-school.yml'))?.[1] ?? '';
    const { status, said } = await remove(logo);
    expect(status).toBe(422);
    expect(said.error).toContain('is still used by content/organizations/harbour-school.yml');
  });
});

describe('the editor’s page', () => {
  it('asks nothing of another host, and starts with the configuration', async () => {
    const response = await fetch(`${editor.url}/`);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await response.text();
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    const config = /<script type="application\/json" id="config">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect(JSON.parse(config)).toEqual(JSON.parse(JSON.stringify(editorConfig('content'))));
  });

  it('has its editor from the package', async () => {
    const response = await fetch(`${editor.url}/decap/decap-cms.js`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('javascript');
  });
});

describe('what stands in the form', () => {
  const send = (body: unknown) =>
    fetch(`${editor.url}/pane/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('is kept as an entry, with pictures that aren’t saved yet', async () => {
    const picture = { src: 'blob:http://localhost/1', width: 400, height: 300 };
    const fields = { fr: { name: 'Puits' }, logo: '/media/orgs/wells.png', country: 'NE' };
    const sent = { type: 'organization', id: '', fields, pictures: { '/media/orgs/wells.png': picture } };
    expect((await send(sent)).status).toBe(204);
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

  it('is refused where it is none, or a picture is somebody else’s', async () => {
    expect((await send({ type: 'banner', id: '', fields: {}, pictures: {} })).status).toBe(422);
    const elsewhere = { '/media/x.png': { src: 'https://elsewhere.example/x.png', width: 1, height: 1 } };
    expect((await send({ type: 'page', id: '', fields: {}, pictures: elsewhere })).status).toBe(422);
  });
});
