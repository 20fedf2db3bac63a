/** A local server that answers as Contentful's Delivery, Preview and Management APIs do, from a folder of entries. */
import { createServer, type IncomingMessage } from 'node:http';
import { createFilesSource } from '@/sources/files/files-source';
import { createListener, type HttpAnswer } from '../http';
import { startServer } from '../listen';
import { serverError, writeResponse, type StandInResponse } from './delivery/answers';
import { buildSpace, buildDrafts, createEmptySpace } from './build-space';
import { permitOrigin, answerPreflight, refuseCaller } from './callers';
import type { StandInFault } from './faults/fault';
import { faults, type FaultName } from './faults/faults';
import type { LocaleSetting } from './locale-settings';
import {
  buildDeliverySpace,
  createManagedSpace,
  buildPreviewSpace,
  type ManagedSpace,
} from './management/managed-space';
import { answerManagement } from './management/manage';
import { isManagement, readManagementRequest } from './management/management-request';
import { callWebhooks, findTopic } from './management/webhooks';
import { answerDelivery } from './delivery/resources';
import { routeDelivery } from './delivery/route';
import type { Space } from './space';
import path from 'node:path';
import { findMediaType } from './media-type';

export interface StandInOptions {
  /** The folder with the entries, which is read once. Without it the space is empty and has no content types. */
  readonly content?: string;
  /** 0, the default, means any free port. */
  readonly port?: number;
  readonly fault?: FaultName;
  /** The locales, the default one first. By default they are the languages of the folder. */
  readonly locales?: readonly LocaleSetting[];
}

/** A running stand-in. */
export interface ContentfulStandIn {
  readonly port: number;
  /** `127.0.0.1:PORT`, the value for `CONTENTFUL_HOST`. */
  readonly host: string;
  readonly url: string;
  /** The space that Delivery serves at the moment. */
  readonly space: Space;
  /** The numbers of requests so far: to the API, by collection, and for pictures. */
  readonly requests: ReadonlyMap<string, number>;
  /** Closes the port and every connection. */
  readonly close: () => Promise<void>;
}

/** Starts a stand-in. Rejects with an `OperatorError` if the folder can't be served, or a `PortError` if the port is in use. */
export async function startContentfulStandIn(options: StandInOptions): Promise<ContentfulStandIn> {
  const content =
    options.content === undefined
      ? undefined
      : await createFilesSource(options.content).read(() => undefined);
  const fault: StandInFault = options.fault === undefined ? { description: '' } : faults[options.fault];
  const intendedLocales = options.locales ??
    content?.locales.map((code) => ({ code })) ?? [{ code: 'en-US' }];
  const actualLocales = fault.locales?.(intendedLocales) ?? intendedLocales;

  const server = createServer();
  const { port, url, close } = await startServer(server, options.port ?? 0);
  try {
    const correctSpace = content
      ? await buildSpace({ content, intendedLocales, actualLocales, port })
      : createEmptySpace(actualLocales);
    const drafts = content ? buildDrafts({ content, actualLocales }) : [];
    const requests = new Map<string, number>();
    const state: StandInState = {
      space: fault.space?.(correctSpace) ?? correctSpace,
      managed: createManagedSpace(correctSpace, drafts),
      fault,
      requests,
      origin: url,
      port,
    };
    server.on(
      'request',
      createListener((request) => answerRequest(request, state)),
    );
    return {
      port,
      host: `127.0.0.1:${port}`,
      url,
      get space() {
        return state.space;
      },
      requests,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface StandInState {
  /** The space that Delivery serves. It changes when something is published. */
  space: Space;
  readonly managed: ManagedSpace;
  readonly fault: StandInFault;
  readonly requests: Map<string, number>;
  readonly origin: string;
  readonly port: number;
}

/** Answers a request with the Management API's token. Its changes are in Delivery's next answer. */
async function answerManagementRequest(
  request: IncomingMessage,
  state: StandInState,
): Promise<StandInResponse> {
  const managementRequest = await readManagementRequest(request, state.origin);
  const result =
    state.fault.manage?.(managementRequest) ?? answerManagement(state.managed, managementRequest);
  if (request.method !== 'GET' && result.status < 400) {
    const deliverySpace = buildDeliverySpace(state.managed);
    state.space = state.fault.space?.(deliverySpace) ?? deliverySpace;
    const topic = findTopic(managementRequest);
    if (topic !== undefined) callWebhooks(state.managed.webhooks, topic);
  }
  const requestNumber = countRequest(state.requests, 'management');
  const position = { collection: undefined, requestNumber, collectionRequestNumber: requestNumber };
  return writeResponse(state.fault.result?.(result, position) ?? result, requestNumber);
}

async function answerRequest(request: IncomingMessage, state: StandInState): Promise<HttpAnswer> {
  // If a file was deleted since the start, the answer is a server error.
  const answerCaller = async () => answerPreflight(request) ?? (await answerApi(request, state));
  const result =
    refuseCaller(request, state.port) ??
    permitOrigin(request, await answerCaller().catch(() => writeResponse(serverError, 0)));
  return { ...result, headers: { ...result.headers, 'Content-Length': result.body.length } };
}

function countRequest(requests: Map<string, number>, what: string): number {
  const requestNumber = (requests.get(what) ?? 0) + 1;
  requests.set(what, requestNumber);
  return requestNumber;
}

async function answerApi(request: IncomingMessage, state: StandInState): Promise<StandInResponse> {
  if (isManagement(request)) return answerManagementRequest(request, state);
  const { fault, requests, origin } = state;
  const routeResult = routeDelivery(request, origin);
  const isPreview = 'collection' in routeResult && routeResult.isPreview;
  const space = isPreview ? buildPreviewSpace(state.managed) : state.space;
  if ('file' in routeResult) {
    countRequest(requests, 'files');
    const fileAnswer = await answerFile(space, routeResult.file);
    return fault.file?.(fileAnswer) ?? fileAnswer;
  }
  const collection = 'collection' in routeResult ? routeResult.collection : undefined;
  const position = {
    collection,
    requestNumber: countRequest(requests, 'api'),
    collectionRequestNumber: collection === undefined ? 0 : countRequest(requests, collection),
  };
  const plain =
    'collection' in routeResult
      ? answerDelivery(routeResult, space, (query) => fault.query?.(query, position) ?? query)
      : routeResult;
  const result = fault.result?.(plain, position) ?? plain;
  const written = writeResponse(result, position.requestNumber);
  return fault.answer?.(written, position) ?? written;
}

/** Answers with a picture's bytes, as Contentful's image host does. Only files of the space are served. */
async function answerFile(space: Space, assetId: string): Promise<StandInResponse> {
  const file = space.files.get(assetId);
  if (!file)
    return { status: 404, headers: { 'Content-Type': 'text/plain' }, body: Buffer.from('Not found') };
  return {
    status: 200,
    headers: { 'Content-Type': findMediaType(path.posix.basename(assetId)) },
    body: await file.read(),
  };
}
