/** Handles requests about apps: their definitions, uploads and bundles in the organization, installations in the space. */
import { isRecord, readNested } from '@/model/json';
import { createNotFound, type StandInResult } from '../delivery/answers';
import {
  badBody,
  createInvalid,
  createManagementPage,
  localOrganizationId,
  parseJsonBody,
  versionMismatch,
} from './management-answers';
import type { ManagementRequest } from './management-request';
import type { ManagedSpace } from './managed-space';

interface StoredApp {
  readonly version: number;
  readonly value: Readonly<Record<string, unknown>>;
}

/** The stored parts of apps. */
interface Apps {
  readonly definitions: Map<string, StoredApp>;
  readonly uploads: Map<string, Uint8Array>;
  /** The upload of each bundle. */
  readonly bundles: Map<string, string>;
  /** The ids of the apps in the space. */
  /** The parameters of each installed app by its id. */
  readonly installed: Map<string, unknown>;
}

const appsBySpace = new WeakMap<ManagedSpace, Apps>();

function findApps(space: ManagedSpace): Apps {
  const known = appsBySpace.get(space);
  const apps = known ?? {
    definitions: new Map(),
    uploads: new Map(),
    bundles: new Map(),
    installed: new Map(),
  };
  if (!known) appsBySpace.set(space, apps);
  return apps;
}

const createOk = (json: object, status = 200): StandInResult => ({ status, json });

const buildDefinition = (id: string, { version, value }: StoredApp) => ({
  ...value,
  sys: {
    type: 'AppDefinition',
    id,
    version,
    organization: { sys: { id: localOrganizationId } },
    shared: false,
  },
});

function answerDefinitions(apps: Apps, request: ManagementRequest, id: string | undefined): StandInResult {
  const body = parseJsonBody(request);
  if (id === undefined && request.method === 'GET') {
    const all = [...apps.definitions].map(([key, stored]) => buildDefinition(key, stored));
    return createManagementPage(all, request.params);
  }
  const before = id === undefined ? undefined : apps.definitions.get(id);
  if (id !== undefined && !before) return createNotFound({ type: 'AppDefinition', id });
  if (id !== undefined && before && request.method === 'GET') return createOk(buildDefinition(id, before));
  if (!body) return badBody;
  if (before && before.version !== request.version) return versionMismatch;
  const bundle = readNested(body, 'bundle', 'sys', 'id');
  if (bundle !== undefined && (!apps.bundles.has(String(bundle)) || 'src' in body))
    return createInvalid([{ name: 'notResolvable', path: ['bundle'] }]);
  const key = id ?? `app-${apps.definitions.size + 1}`;
  const stored = { version: (before?.version ?? 0) + 1, value: body };
  apps.definitions.set(key, stored);
  return createOk(buildDefinition(key, stored), before ? 200 : 201);
}

function answerUpload(apps: Apps, { body }: ManagementRequest): StandInResult {
  // Contentful takes nothing but ZIP archives, which begin like this.
  if (Buffer.from(body.subarray(0, 4)).readUInt32LE() !== 0x04034b50)
    return createInvalid([{ name: 'invalidArchive', path: [] }]);
  const id = `app-upload-${apps.uploads.size + 1}`;
  apps.uploads.set(id, body);
  return createOk({ sys: { type: 'AppUpload', id } }, 201);
}

function answerBundle(apps: Apps, request: ManagementRequest): StandInResult {
  const upload = readNested(parseJsonBody(request), 'upload', 'sys', 'id');
  if (typeof upload !== 'string' || !apps.uploads.has(upload)) return createNotFound({ type: 'AppUpload' });
  const id = `app-bundle-${apps.bundles.size + 1}`;
  apps.bundles.set(id, upload);
  return createOk({ sys: { type: 'AppBundle', id }, files: [] }, 201);
}

/** Answers a request about the organization's apps. */
export function answerApps(
  space: ManagedSpace,
  request: ManagementRequest,
  path: readonly string[],
): StandInResult {
  const apps = findApps(space);
  const [collection, id, part] = path;
  if (collection === 'app_uploads') return answerUpload(apps, request);
  if (collection !== 'app_definitions') return createNotFound();
  return part === 'app_bundles' ? answerBundle(apps, request) : answerDefinitions(apps, request, id);
}

/** Answers a request to install an app in the space. */
export function answerInstallation(
  space: ManagedSpace,
  request: ManagementRequest,
  id: string | undefined,
): StandInResult {
  const { definitions, installed } = findApps(space);
  if (id === undefined || !isRecord(definitions.get(id)?.value))
    return createNotFound({ type: 'AppDefinition', id });
  if (request.method === 'PUT') installed.set(id, parseJsonBody(request)?.['parameters'] ?? {});
  if (!installed.has(id)) return createNotFound({ type: 'AppInstallation', id });
  const sys = { type: 'AppInstallation', appDefinition: { sys: { id } } };
  return createOk({ sys, parameters: installed.get(id) });
}
