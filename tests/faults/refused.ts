/** Content, settings and services of which no right site can come, each with words that its refusal must have. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { FaultName } from '../contentful/start';
import { serveWithFault } from '../build/build-expectations';
import { freshFolder } from '../build/folders';
import type { Env } from '../build/run-build';
import { changeEntry, copyOfSmallContent, smallContent } from '../build/small-content';
import { runDir } from '../../scripts/test/run-folder';

export interface RefusedFault {
  readonly name: string;
  readonly says: string;
  /** Brings the fault about. Resolves to what the publish is told, and to what ends the fault. */
  readonly arrange: () => Promise<{ readonly env: Env; readonly close?: () => Promise<void> }>;
}

/** Under a fault of the stand-in, which Contentful's own client meets, with its own patience. */
const serviceFaults: Partial<Record<FaultName, string>> = {
  'rate-limit-storm': 'too many requests (429',
  'server-error': 'a fault of its own (500',
  'dropped-connection': 'ECONNRESET',
  'dropped-answer': 'the answer broke off',
  'truncated-json': 'the answer is not complete',
  'no-entries': 'has no published entry of our types',
  'foreign-model': 'its content types are author, blogPost',
  'missing-type': 'CONTENT_MAY_LACK=opportunity,campaign',
  'asset-gone': 'it answered 404',
  'asset-dropped': 'the connection failed',
  silence: 'ECONNABORTED',
  'half-closed': 'the answer broke off',
  'bad-gateway': 'a fault of its own (502)',
  'sign-in-page': 'the answer is not complete',
  'token-expires': '(401',
  'access-taken': 'AccessDenied',
  'environment-deleted': 'has no environment “master”',
};

/** Spaces that can't be opened, by what the publish is told wrongly. */
const spaces: readonly (readonly [name: string, changed: Env, says: string])[] = [
  ['no token', { CONTENTFUL_DELIVERY_TOKEN: '' }, 'CONTENTFUL_DELIVERY_TOKEN is not set'],
  ['a wrong token', { CONTENTFUL_DELIVERY_TOKEN: 'a-secret-of-others' }, '(401'],
  ['an unknown space', { CONTENTFUL_SPACE_ID: 'nowhere' }, 'no space “nowhere”'],
  ['an unknown environment', { CONTENTFUL_ENVIRONMENT: 'staging' }, 'no environment “staging”'],
  ['a host where nothing listens', { CONTENTFUL_HOST: '127.0.0.1:9' }, 'ECONNREFUSED'],
];

/** Settings that can only be judged with the content; those that can't be read are told in src/config. */
const settings: readonly (readonly [name: string, env: Env, says: string])[] = [
  ['an instant decades back', { SITE_NOW: '1970-01-01T00:00:00Z' }, 'SITE_NOW_CONFIRMED=1970-01-01'],
  ['Formspree without a form id', { FORMS: 'formspree' }, 'set FORMSPREE_FORM_ID'],
];

/** Folders with something wrong in them: what is done to a copy of the small content, or a folder by its name. */
type Spoil = (folder: string) => Promise<unknown>;

const remove =
  (...names: readonly string[]): Spoil =>
  (folder) =>
    Promise.all(names.map((name) => rm(`${folder}/${name}`, { recursive: true })));

const changeSettings =
  (fields: object): Spoil =>
  (folder) =>
    changeEntry(folder, 'settings/site', (entry) => ({ ...entry, ...fields }));

const spoilThreeOpportunities: Spoil = async (folder) => {
  for (const name of ['caption-harbour-films', 'proofread-tide-tables', 'registrar-frijoles'])
    await changeEntry(folder, `opportunities/${name}`, (entry) => ({ ...entry, taskTypes: ['juggling'] }));
};

/** A brand with ink that is hardly darker than the ground. */
const makePale: Spoil = async (folder) => {
  await mkdir(`${folder}/brand`);
  await writeFile(`${folder}/brand/tokens.json`, '{"light":{"ink":"#9fb8b4"},"dark":{}}');
};

const folders: readonly (readonly [name: string, spoil: Spoil, says: string, env?: Env])[] = [
  [
    'a folder whose name is a slip of the pen',
    (folder) => mkdir(`${folder}/oportunities`),
    'oportunities is a folder of no known type',
  ],
  [
    'site settings that can’t be read',
    (folder) => writeFile(`${folder}/settings/site.yml`, 'en:\n  name: "Online Volunteering\n'),
    'settings/site.yml: is not valid YAML',
  ],
  [
    'nothing that can be shown',
    remove('opportunities', 'organizations', 'stories', 'campaigns', 'pages'),
    'nothing to show of what every site needs',
  ],
  [
    'more pictures gone than an editor would remove',
    remove('media'),
    '2 of 2 pictures can’t be shown',
    { CONTENT_LEFT_OUT_LIMIT: '1,2%' },
  ],
  [
    'three of five opportunities that can’t be shown',
    spoilThreeOpportunities,
    'caption-harbour-films.yml · taskTypes.0: is "juggling"',
  ],
  ['a brand that can’t be read', makePale, 'brand/tokens.json can’t be used'],
  [
    'neither a form id nor a contact address',
    changeSettings({ contactEmail: null }),
    'Applications would go nowhere',
  ],
  [
    'e-mail without a contact address',
    changeSettings({ contactEmail: null }),
    'have no contact address',
    { FORMS: 'email' },
  ],
];

async function arrangeFolder(name: string, spoil: Spoil, env: Env): Promise<{ env: Env }> {
  const folder = await copyOfSmallContent(`content/refused/${name.replaceAll(/\W+/g, '-')}`);
  await spoil(folder);
  return { env: { CONTENT_DIR: folder, ...env } };
}

export const refusedFaults: readonly RefusedFault[] = [
  ...(Object.entries(serviceFaults) as [FaultName, string][]).map(([name, says]) => ({
    name,
    says,
    arrange: () => serveWithFault(name),
  })),
  ...spaces.map(([name, changed, says]) => ({
    name,
    says,
    arrange: () => serveWithFault(undefined, changed),
  })),
  ...settings.map(([name, env, says]) => ({
    name,
    says,
    arrange: () => Promise.resolve({ env: { CONTENT_DIR: smallContent, ...env } }),
  })),
  ...folders.map(([name, spoil, says, env = {}]) => ({
    name,
    says,
    arrange: () => arrangeFolder(name, spoil, env),
  })),
  {
    name: 'a folder that isn’t there',
    says: 'can’t be read (ENOENT)',
    arrange: () => Promise.resolve({ env: { CONTENT_DIR: `${runDir}/build/nothing-here` } }),
  },
  {
    name: 'an empty folder',
    says: 'has no entry',
    arrange: async () => ({ env: { CONTENT_DIR: await freshFolder('content/empty') } }),
  },
];
