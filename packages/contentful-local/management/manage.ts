/** Handles requests to the Management API: what sets a space up, writes its content and reads it. */
import { createNotFound, createOk, type JsonAnswer } from '../answers.ts';
import { environmentId, organizationId, spaceId, type Space } from '../space.ts';
import { badBody, createInvalid, createRequestedPage } from './answers.ts';
import { answerApps, answerInstallation } from './apps.ts';
import { answerContentTypes } from './content-types.ts';
import { answerContent, listContent } from './content.ts';
import { parseBody, type ManagementRequest } from './request.ts';
import { answerWebhooks } from './webhooks.ts';

const organization = { sys: { type: 'Link', linkType: 'Organization', id: organizationId } };

const spaceJson = { sys: { type: 'Space', id: spaceId, version: 1, organization }, name: 'Local' };

const buildEnvironmentJson = ({ createdAt }: Space) => ({
  sys: {
    type: 'Environment',
    id: environmentId,
    version: 1,
    createdAt,
    status: { sys: { type: 'Link', linkType: 'Status', id: 'ready' } },
  },
  name: environmentId,
});

/** Answers a request and makes its changes to the space. */
export async function answerManagement(space: Space, request: ManagementRequest): Promise<JsonAnswer> {
  const [owner, environments, environment, collection, ...rest] = request.path;
  if (owner === organizationId) return answerApps(space, request, request.path.slice(1));
  if (owner !== spaceId) return createNotFound({ type: 'Space', id: owner });
  if (environments === undefined) return createOk(spaceJson);
  if (environments === 'webhook_definitions') return answerWebhooks(space.webhooks, request, environment);
  if (environments !== 'environments') return createNotFound();
  if (environment === undefined) return createRequestedPage([space], request, buildEnvironmentJson);
  if (environment !== environmentId) return createNotFound({ type: 'Environment', id: environment });
  switch (collection) {
    case undefined:
      return createOk(buildEnvironmentJson(space));
    case 'locales':
      return answerLocales(space, request);
    case 'content_types':
      return answerContentTypes(space, request, rest);
    case 'entries':
      return answerContent(space, request, 'Entry', rest);
    case 'assets':
      return answerContent(space, request, 'Asset', rest);
    case 'uploads':
      return answerUpload(space, request);
    case 'app_installations':
      return answerInstallation(space, request, rest[0]);
    case 'public':
      if (rest[0] === 'entries') return listContent(space, request, 'Entry', true);
      return rest[0] === 'assets' ? listContent(space, request, 'Asset', true) : createNotFound();
    default:
      return createNotFound();
  }
}

function answerLocales({ locales }: Space, request: ManagementRequest): JsonAnswer {
  if (request.method === 'GET') return createRequestedPage(locales, request, (locale) => locale);
  const { code, name, fallbackCode } = parseBody(request) ?? {};
  if (typeof code !== 'string' || typeof name !== 'string') return badBody;
  if (locales.some((locale) => locale.code === code))
    return createInvalid([{ name: 'taken', path: ['code'] }]);
  const locale = {
    code,
    name,
    default: false,
    fallbackCode: typeof fallbackCode === 'string' ? fallbackCode : null,
    sys: { id: code, type: 'Locale' as const, version: 1 },
  };
  locales.push(locale);
  return createOk(locale, 201);
}

function answerUpload({ uploads }: Space, { body }: ManagementRequest): JsonAnswer {
  const id = `upload-${uploads.size + 1}`;
  uploads.set(id, body);
  return createOk({ sys: { type: 'Upload', id } }, 201);
}
