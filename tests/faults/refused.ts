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

/**
 * Under a fault of the stand-in, which Contentful's own client meets, with its own patience. What the reading says of others
 * is in `tests/contentful`.
 */
const serviceFaults: Partial<Record<FaultName, string>> = {
  'no-entries': 'has no published entry of our types',
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

/** Folders with something wrong in them: what is done to a copy of the small content, or a folder by its name. */
type Spoil = (folder: string) => Promise<unknown>;

const remove =
  (...names: readonly string[]): Spoil =>
  (folder) =>
    Promise.all(names.map((name) => rm(`${folder}/${name}`, { recursive: true })));

const removeContact: Spoil = (folder) =>
  changeEntry(folder, 'settings/site', (entry) => ({ ...entry, contactEmail: null }));

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
    'caption-harbour-films.yml · taskTypes.0: is “juggling”',
  ],
  ['a brand that can’t be read', makePale, 'brand/tokens.json can’t be used'],
  ['neither a form id nor a contact address', removeContact, 'Applications would go nowhere'],
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
  {
    name: 'an instant decades back',
    says: 'SITE_NOW_CONFIRMED=1970-01-01',
    arrange: () => Promise.resolve({ env: { CONTENT_DIR: smallContent, SITE_NOW: '1970-01-01T00:00:00Z' } }),
  },
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
