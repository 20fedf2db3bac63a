/** Uploads the built app to Contentful, and installs it in the space. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AppDefinitionProps, CreateAppDefinitionProps } from 'contentful-management';
import { zipSync } from 'fflate';
import type { SpaceCredentials } from '@/config/space';
import { contentTypeNames } from '@/model/types/entry';
import { readNested } from '@/model/json';
import { assertEnvironment, ManagementError, readAllItems, type RequestRunner } from '../management';
import { writeEditor } from '../setup/write-type';
import type { AppSettings } from './ui/settings';

const appName = 'Online volunteering: forms';

/** Where the app may be shown. Contentful has one type for whole numbers and one for others. */
const definition: CreateAppDefinitionProps = {
  name: appName,
  locations: [
    { location: 'entry-sidebar' },
    {
      location: 'entry-field',
      fieldTypes: [{ type: 'Symbol' }, { type: 'Object' }, { type: 'Array', items: { type: 'Symbol' } }],
    },
  ],
};

/** The organization that owns the space: apps belong to it. */
async function findOrganization(ask: RequestRunner, { space }: SpaceCredentials): Promise<string> {
  const found: unknown = await ask(`looking for the space “${space}”`, (client) => client.space.get({}));
  const id = readNested(found, 'sys', 'organization', 'sys', 'id');
  if (typeof id === 'string') return id;
  throw new ManagementError(
    `Contentful doesn’t say which organization the space “${space}” belongs to.`,
    'Use a token of a person who may manage the apps of the organization.',
  );
}

async function findOrCreateDefinition(
  ask: RequestRunner,
  organizationId: string,
): Promise<AppDefinitionProps> {
  const known = await ask('reading the apps of the organization', (client) =>
    readAllItems((query) => client.appDefinition.getMany({ organizationId, query })),
  );
  const found = known.find(({ name }) => name === appName);
  return (
    found ?? ask('creating the app', (client) => client.appDefinition.create({ organizationId }, definition))
  );
}

interface UploadDependencies {
  readonly ask: RequestRunner;
  readonly target: SpaceCredentials;
  readonly print: (line: string) => void;
}

/** Uploads the files as a new bundle, and has the definition use it. Returns the definition's id. */
async function uploadBundle(
  { ask, target, print }: UploadDependencies,
  dir: string,
  files: readonly string[],
): Promise<string> {
  const organizationId = await findOrganization(ask, target);
  const app = await findOrCreateDefinition(ask, organizationId);
  const appDefinitionId = app.sys.id;
  const contents = files.map(async (name) => [name, await readFile(path.join(dir, name))] as const);
  // Always the first day that the format has: the same files give the same archive.
  const packed = zipSync(Object.fromEntries(await Promise.all(contents)), { mtime: new Date(1980, 0, 1) });
  const upload = await ask('uploading the app', (client) =>
    client.appUpload.create({ organizationId }, { file: new Uint8Array(packed).buffer }),
  );
  const bundle = await ask('making a bundle of the app', (client) =>
    client.appBundle.create({ organizationId, appDefinitionId }, { appUploadId: upload.sys.id }),
  );
  await ask('activating the bundle', (client) =>
    client.appDefinition.update(
      { organizationId, appDefinitionId },
      {
        // Without an address, whose place a bundle takes.
        sys: app.sys,
        ...definition,
        bundle: { sys: { type: 'Link', linkType: 'AppBundle', id: bundle.sys.id } },
      },
    ),
  );
  print(`Uploaded the app “${appName}” (${(packed.length / 1000).toFixed(1)} kB packed).`);
  return appDefinitionId;
}

/** The settings of earlier uploads. */
async function readParameters(ask: RequestRunner, appDefinitionId: string): Promise<object> {
  const found = await ask('reading the installation of the app', (client) =>
    client.appInstallation.get({ appDefinitionId }),
  ).catch((error: unknown) => {
    if (error instanceof ManagementError && error.status === 404) return undefined;
    throw error;
  });
  return Object(found?.parameters ?? {}) as object;
}

/**
 * Uploads the app in a folder, installs it in the environment, and shows it in the forms of our types. A setting that isn’t
 * given stays as it was.
 */
export async function uploadApp(
  dependencies: UploadDependencies,
  dir: string,
  files: readonly string[],
  settings: AppSettings,
): Promise<void> {
  const { ask, target, print } = dependencies;
  await assertEnvironment(ask, target);
  const appDefinitionId = await uploadBundle(dependencies, dir, files);
  const parameters = await readParameters(ask, appDefinitionId);
  await ask('installing the app', (client) =>
    client.appInstallation.upsert({ appDefinitionId }, { parameters: { ...parameters, ...settings } }),
  );
  const missing: string[] = [];
  for (const type of contentTypeNames)
    if (!(await writeEditor(ask, type, { definitionId: appDefinitionId }))) missing.push(type);
  print(`Installed it in the space ${target.space}, environment ${target.environment}.`);
  if (missing.length > 0)
    print(`The space lacks ${missing.join(', ')}: run npm run cms -- setup, then this again.`);
}
