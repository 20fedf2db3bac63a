/** A server on this machine that answers as Contentful's Delivery, Preview and Management APIs would for a folder of entries. */
import { createServer, type IncomingMessage } from 'node:http';
import { filesSource } from '@/sources/files/files';
import { answering, type HttpAnswer } from '../http';
import { listen } from '../listen';
import { serverError, write, type StandInResponse } from './delivery/answers';
import { buildSpace, draftResources, emptySpace } from './build-space';
import { permitting, preflightOf, refusalOf } from './callers';
import type { StandInFault } from './faults/fault';
import { faults, type FaultName } from './faults/faults';
import { fileAnswer } from './files';
import type { LocaleSetting } from './locale-settings';
import { deliveredSpace, managedSpace, previewedSpace, type ManagedSpace } from './management/managed-space';
import { manage } from './management/manage';
import { isManagement, managementRequest } from './management/management-request';
import { callWebhooks, topicOf } from './management/webhooks';
import { answer } from './delivery/resources';
import { route } from './delivery/route';
import type { Space } from './space';

export interface StandInOptions {
  /** The folder whose entries are served. It is read once. Without it the space is empty, content types included. */
  readonly content?: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly fault?: FaultName;
  /** The default locale first; without them the languages of the folder. */
  readonly locales?: readonly LocaleSetting[];
}

/** A running stand-in. */
export interface ContentfulStandIn {
  readonly port: number;
  /** `127.0.0.1:PORT`, the value for `CONTENTFUL_HOST`. */
  readonly host: string;
  readonly url: string;
  /** What Delivery serves at the moment. */
  readonly space: Space;
  /** Requests so far: of the API, by collection, and of pictures' files. */
  readonly requests: ReadonlyMap<string, number>;
  /** Closes the port and every connection. */
  readonly close: () => Promise<void>;
}

/** Starts one. Rejects with a `SourceError` where the folder can't be served, a `PortError` where the port is taken. */
export async function startContentfulStandIn(options: StandInOptions): Promise<ContentfulStandIn> {
  const pulled =
    options.content === undefined ? undefined : await filesSource(options.content).pull(() => undefined);
  const fault: StandInFault = options.fault === undefined ? { description: '' } : faults[options.fault];
  const meant = options.locales ?? pulled?.locales.map((code) => ({ code })) ?? [{ code: 'en-US' }];
  const actual = fault.locales?.(meant) ?? meant;

  const server = createServer();
  const { port, url, close } = await listen(server, options.port ?? 0);
  try {
    const honest = pulled ? await buildSpace({ pulled, meant, actual, port }) : emptySpace(actual);
    const drafts = pulled ? draftResources({ pulled, actual }) : [];
    const requests = new Map<string, number>();
    const serving: Serving = {
      space: fault.space?.(honest) ?? honest,
      managed: managedSpace(honest, drafts),
      fault,
      requests,
      origin: url,
      port,
    };
    server.on(
      'request',
      answering((request) => respond(request, serving)),
    );
    return {
      port,
      host: `127.0.0.1:${port}`,
      url,
      get space() {
        return serving.space;
      },
      requests,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Serving {
  /** What Delivery serves: it changes when something is published. */
  space: Space;
  readonly managed: ManagedSpace;
  readonly fault: StandInFault;
  readonly requests: Map<string, number>;
  readonly origin: string;
  readonly port: number;
}

/** The answer to a request with the Management API's token. Whatever it changed is in Delivery's next answer. */
async function managed(request: IncomingMessage, serving: Serving): Promise<StandInResponse> {
  const asked = await managementRequest(request, serving.origin);
  const result = serving.fault.manage?.(asked) ?? manage(serving.managed, asked);
  if (request.method !== 'GET' && result.status < 400) {
    const delivered = deliveredSpace(serving.managed);
    serving.space = serving.fault.space?.(delivered) ?? delivered;
    const topic = topicOf(asked);
    if (topic !== undefined) callWebhooks(serving.managed.webhooks, topic);
  }
  const nth = count(serving.requests, 'management');
  const occasion = { collection: undefined, nth, nthOfCollection: nth };
  return write(serving.fault.result?.(result, occasion) ?? result, nth);
}

async function respond(request: IncomingMessage, serving: Serving): Promise<HttpAnswer> {
  // A file that was deleted since the start, for one: Contentful would have a fault of its own.
  const answerCaller = async () => preflightOf(request) ?? (await answerTo(request, serving));
  const result =
    refusalOf(request, serving.port) ??
    permitting(request, await answerCaller().catch(() => write(serverError, 0)));
  return { ...result, headers: { ...result.headers, 'Content-Length': result.body.length } };
}

function count(requests: Map<string, number>, what: string): number {
  const nth = (requests.get(what) ?? 0) + 1;
  requests.set(what, nth);
  return nth;
}

async function answerTo(request: IncomingMessage, serving: Serving): Promise<StandInResponse> {
  if (isManagement(request)) return managed(request, serving);
  const { fault, requests, origin } = serving;
  const routed = route(request, origin);
  const isPreview = 'collection' in routed && routed.isPreview;
  const space = isPreview ? previewedSpace(serving.managed) : serving.space;
  if ('file' in routed) {
    count(requests, 'files');
    const answered = await fileAnswer(space, routed.file);
    return fault.file?.(answered) ?? answered;
  }
  const collection = 'collection' in routed ? routed.collection : undefined;
  const occasion = {
    collection,
    nth: count(requests, 'api'),
    nthOfCollection: collection === undefined ? 0 : count(requests, collection),
  };
  const plain =
    'collection' in routed
      ? answer(routed, space, (query) => fault.query?.(query, occasion) ?? query)
      : routed;
  const result = fault.result?.(plain, occasion) ?? plain;
  const written = write(result, occasion.nth);
  return fault.answer?.(written, occasion) ?? written;
}
