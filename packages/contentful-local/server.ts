/** A local server that answers as Contentful's Delivery, Preview, Sync and Management APIs do. */
import { createServer, type IncomingMessage } from 'node:http';
import { serverError, writeAnswer } from './answers.ts';
import { answerPreflight, permitOrigin, refuseCaller } from './callers.ts';
import { answerDelivery, routeDelivery } from './delivery/delivery.ts';
import { readExport, type SpaceExport } from './export-format.ts';
import type { Fault } from './faults/fault.ts';
import { faults, type FaultName } from './faults/faults.ts';
import { close, listen, sendAnswer, type HttpAnswer } from './http.ts';
import { readNested } from './json.ts';
import { answerManagement } from './management/manage.ts';
import { isManagement, readManagementRequest } from './management/request.ts';
import { callWebhooks } from './management/webhooks.ts';
import { deliveryToken, managementToken, previewToken, spaceId, type Space } from './space.ts';
import {
  createMemory,
  openFolder,
  readExportFile,
  spaceFile,
  type FileContents,
  type Storage,
} from './storage.ts';

export type { ExportedContent, ExportedContentType, SpaceExport } from './export-format.ts';
export { faults, type FaultName } from './faults/faults.ts';
export { deliveryToken, environmentId, managementToken, previewToken, spaceId } from './space.ts';
export { StartError } from './storage.ts';

export interface ServerOptions {
  /** The initial content, in Contentful's own format for exports. The default is an empty space. */
  readonly space?: SpaceExport | undefined;
  /** The files of assets in memory, by the paths of their addresses: `asset-files/local/hero/hero.png`. */
  readonly files?: FileContents;
  /** A folder that stores the space and its files; a space that is there already takes precedence over `space`. By default they are in memory. */
  readonly folder?: string | undefined;
  /** 0, the default, means any free port. */
  readonly port?: number;
  readonly fault?: FaultName | undefined;
}

/** Options with which Contentful's own clients find the server. */
interface ClientOptions {
  readonly host: string;
  readonly insecure: true;
  readonly proxy: false;
  readonly accessToken: string;
}

/** A running server. */
export interface ContentfulServer {
  /** Options for `createClient` of `contentful`: for what is published, and for drafts too. */
  readonly delivery: ClientOptions & { readonly space: string };
  readonly preview: ClientOptions & { readonly space: string };
  /** Options for `createClient` of `contentful-management`. */
  readonly management: ClientOptions & { readonly hostUpload: string };
  readonly port: number;
  /** `127.0.0.1:PORT`, as the clients' option `host`. */
  readonly host: string;
  readonly url: string;
  /** The space as it is at the moment. */
  readonly space: Space;
  /** The numbers of requests so far: `api`, `management`, `files`, and by collection. */
  readonly requests: ReadonlyMap<string, number>;
  /** Closes the port and every connection. */
  readonly close: () => Promise<void>;
}

interface Service {
  readonly space: Space;
  readonly storage: Storage;
  readonly fault: Fault | undefined;
  readonly url: string;
  /** Counts a request, and returns the number of those like it. */
  readonly count: (what: string) => number;
}

/** Starts a server on 127.0.0.1. Rejects with a `StartError` if its port or its folder can't be used. */
export async function startServer(options: ServerOptions = {}): Promise<ContentfulServer> {
  const { folder, fault } = options;
  const stored = folder === undefined ? undefined : await readExportFile(spaceFile(folder));
  const storage = folder === undefined ? createMemory(options.files) : openFolder(folder);
  const server = createServer();
  const port = await listen(server, options.port ?? 0);
  const host = `127.0.0.1:${port}`;
  const url = `http://${host}`;
  const requests = new Map<string, number>();
  const count = (what: string) => {
    const number = (requests.get(what) ?? 0) + 1;
    requests.set(what, number);
    return number;
  };
  const space = readExport(stored ?? options.space ?? {}, storage.files, host);
  const service = { space, storage, fault: fault && faults[fault], url, count };
  server.on('request', (request, response) => {
    answerRequest(request, service, port)
      .then((answer) => sendAnswer(response, answer))
      .catch(() => response.destroy());
  });
  const client = { host, insecure: true, proxy: false } as const;
  return {
    delivery: { ...client, space: spaceId, accessToken: deliveryToken },
    preview: { ...client, space: spaceId, accessToken: previewToken },
    management: { ...client, hostUpload: host, accessToken: managementToken },
    ...{ port, host, url, space, requests },
    close: () => close(server),
  };
}

async function answerRequest(request: IncomingMessage, service: Service, port: number): Promise<HttpAnswer> {
  const refusal = refuseCaller(request, port);
  if (refusal) return refusal;
  const answer =
    answerPreflight(request) ?? (await answerApi(request, service).catch(() => writeAnswer(serverError, 0)));
  return permitOrigin(request, answer);
}

async function answerApi(request: IncomingMessage, service: Service): Promise<HttpAnswer> {
  const { space, fault, count } = service;
  const url = new URL(request.url ?? '/', service.url);
  if (isManagement(request)) return answerManagementRequest(request, service, url);
  const file = findFile(space, url.pathname.slice(1));
  if (file) {
    count('files');
    const answer = await file();
    return fault?.file?.(answer) ?? answer;
  }
  const route = routeDelivery(request, url);
  const collection = 'collection' in route ? route.collection : undefined;
  const position = {
    collection,
    requestNumber: count('api'),
    collectionRequestNumber: collection === undefined ? 0 : count(collection),
  };
  const plain =
    'collection' in route
      ? answerDelivery(route, space, service.url, (query) => fault?.query?.(query, position) ?? query)
      : route;
  const written = writeAnswer(fault?.result?.(plain, position) ?? plain, position.requestNumber);
  return fault?.answer?.(written, position) ?? written;
}

/** Answers a request with the Management API's token. Its changes are in Delivery's next answer. */
async function answerManagementRequest(
  request: IncomingMessage,
  { space, storage, fault, count }: Service,
  url: URL,
): Promise<HttpAnswer> {
  const asked = await readManagementRequest(request, url);
  const result = fault?.manage?.(asked) ?? (await answerManagement(space, asked));
  if (asked.method !== 'GET' && result.status < 400) {
    await storage.save(space);
    callWebhooks(space.webhooks, asked);
  }
  const requestNumber = count('management');
  const position = { collection: undefined, requestNumber, collectionRequestNumber: requestNumber };
  return writeAnswer(fault?.result?.(result, position) ?? result, requestNumber);
}

/** Finds the file of an asset by its path, and returns what answers with its bytes. Other files aren't served. */
function findFile(space: Space, path: string): (() => Promise<HttpAnswer>) | undefined {
  const contents = [...space.assets.values()].flatMap(({ draft, published = draft }) => [draft, published]);
  const file = contents
    .flatMap(({ fields }) => Object.values(fields['file'] ?? {}))
    .find((one) => String(readNested(one, 'url')).replace(/^\/\/[^/]*\//, '') === path);
  if (!file) return undefined;
  return async () => {
    const body = await space.files.read(path);
    if (!body) return { status: 404, headers: {}, body: new Uint8Array() };
    return { status: 200, headers: { 'Content-Type': String(readNested(file, 'contentType')) }, body };
  };
}
