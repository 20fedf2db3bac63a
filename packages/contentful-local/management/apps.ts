/** Handles requests about apps: their definitions, uploads and bundles in the organization, installations in the space. */
import { createNotFound, createOk, type JsonAnswer } from '../answers.ts';
import { readNested } from '../json.ts';
import { organizationId, type Plain, type Space } from '../space.ts';
import { badBody, createInvalid, createRequestedPage, versionMismatch } from './answers.ts';
import { parseBody, type ManagementRequest } from './request.ts';

/** The stored parts of apps. */
interface Apps {
  readonly definitions: Map<string, Plain>;
  readonly uploads: Set<string>;
  readonly bundles: Set<string>;
  /** The parameters of each installed app by its id. */
  readonly installed: Map<string, unknown>;
}

const appsBySpace = new WeakMap<Space, Apps>();

function findApps(space: Space): Apps {
  const apps = appsBySpace.get(space) ?? {
    definitions: new Map(),
    uploads: new Set(),
    bundles: new Set(),
    installed: new Map(),
  };
  appsBySpace.set(space, apps);
  return apps;
}

const organization = { sys: { id: organizationId } };

const buildDefinition = ([id, { version, value }]: readonly [string, Plain]) => ({
  ...value,
  sys: { type: 'AppDefinition', id, version, organization, shared: false },
});

function answerDefinitions(apps: Apps, request: ManagementRequest, id: string | undefined): JsonAnswer {
  const isReading = request.method === 'GET';
  if (id === undefined && isReading)
    return createRequestedPage([...apps.definitions], request, buildDefinition);
  const key = id ?? `app-${apps.definitions.size + 1}`;
  const before = apps.definitions.get(key);
  if (id !== undefined && !before) return createNotFound({ type: 'AppDefinition', id });
  if (before && isReading) return createOk(buildDefinition([key, before]));
  const body = parseBody(request);
  if (!body) return badBody;
  if (before && before.version !== request.version) return versionMismatch;
  const bundle = readNested(body, 'bundle', 'sys', 'id');
  if (bundle !== undefined && (!apps.bundles.has(String(bundle)) || 'src' in body))
    return createInvalid([{ name: 'notResolvable', path: ['bundle'] }]);
  const after = { version: (before?.version ?? 0) + 1, value: body };
  apps.definitions.set(key, after);
  return createOk(buildDefinition([key, after]), before ? 200 : 201);
}

function answerUpload({ uploads }: Apps, { body }: ManagementRequest): JsonAnswer {
  // Contentful takes nothing but ZIP archives, which begin like this.
  if (Buffer.from(body.subarray(0, 4)).toString('latin1') !== 'PK\u0003\u0004')
    return createInvalid([{ name: 'invalidArchive', path: [] }]);
  const id = `app-upload-${uploads.size + 1}`;
  uploads.add(id);
  return createOk({ sys: { type: 'AppUpload', id } }, 201);
}

function answerBundle({ uploads, bundles }: Apps, request: ManagementRequest): JsonAnswer {
  const upload = String(readNested(parseBody(request), 'upload', 'sys', 'id'));
  if (!uploads.has(upload)) return createNotFound({ type: 'AppUpload' });
  const id = `app-bundle-${bundles.size + 1}`;
  bundles.add(id);
  return createOk({ sys: { type: 'AppBundle', id }, files: [] }, 201);
}

/** Answers a request about the organization's apps. */
export function answerApps(
  space: Space,
  request: ManagementRequest,
  [collection, id, part]: readonly string[],
): JsonAnswer {
  const apps = findApps(space);
  if (collection === 'app_uploads') return answerUpload(apps, request);
  if (collection !== 'app_definitions') return createNotFound();
  return part === 'app_bundles' ? answerBundle(apps, request) : answerDefinitions(apps, request, id);
}

/** Answers a request to install an app in the space. */
export function answerInstallation(space: Space, request: ManagementRequest, id = ''): JsonAnswer {
  const { definitions, installed } = findApps(space);
  if (!definitions.has(id)) return createNotFound({ type: 'AppDefinition', id });
  if (request.method === 'PUT') installed.set(id, parseBody(request)?.['parameters'] ?? {});
  if (!installed.has(id)) return createNotFound({ type: 'AppInstallation', id });
  const sys = { type: 'AppInstallation', appDefinition: { sys: { id } } };
  return createOk({ sys, parameters: installed.get(id) });
}
