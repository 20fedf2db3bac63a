/** The site and its form service for tests of applications: several visitors at the same time, each with a service of its own. */
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { existsSync, rmSync } from 'node:fs';
import { readConfig } from '@/config/config';
import { startInbox } from '@scripts/local/inbox/inbox';
import { startServer } from '@scripts/local/listen';
import { serveSite } from '@scripts/local/site/site-server';
import { build } from '@/publish/build/build';
import type { InboxLine } from '../browser/inbox';
import { inboxPort, siteDir, siteEnv } from '../../scripts/test/ports';

/** A visitor’s site, which is at an address of its own, and how the form service behaves towards that visitor. */
export interface ServiceLane {
  readonly siteUrl: string;
  /** `up`, `down` (the connection breaks at once), or a special form of the inbox, such as `lost-answer`. */
  service: string;
  /** The number of applications that the visitor’s pages have tried to send. */
  requests: number;
  /** Time (ms) before an answer. */
  delayMs: number;
}

export interface TestService {
  readonly lanes: readonly ServiceLane[];
  /** What arrived from an e-mail address, the oldest first. */
  readonly arrived: (email: string) => Promise<readonly InboxLine[]>;
  readonly close: () => Promise<void>;
}

/** Passes a request on to the inbox, to the form that a lane’s service is at present. */
function pass(inboxUrl: string, service: string, request: IncomingMessage, response: ServerResponse): void {
  if (service === 'down') {
    request.socket.destroy();
    return;
  }
  const { pathname } = new URL(request.url ?? '/', inboxUrl);
  const path = service === 'up' ? pathname : pathname.replace(/^\/f\/.*/, `/f/${service}`);
  const { method, headers } = request;
  const passed = ask(`${inboxUrl}${path}`, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
  });
  passed.on('error', () => request.socket.destroy());
  request.pipe(passed);
}

/** Builds the site of the browser tests, unless `TEST_SITE_BUILT` says that it is there, and serves it once for each lane. */
export async function startService(
  laneCount: number,
  inboxFile: string,
  print: (line: string) => void,
): Promise<TestService> {
  if (process.env['TEST_SITE_BUILT'] !== '1' || !existsSync(siteDir))
    await build({
      config: readConfig({ ...process.env, ...siteEnv, CONTENT_SOURCE: 'files' }),
      outDir: siteDir,
      progress: print,
    });
  rmSync(inboxFile, { force: true });
  const inbox = await startInbox({ port: 0, file: inboxFile });
  const sites = await Promise.all(
    Array.from({ length: laneCount }, () => serveSite({ dir: siteDir, port: 0 })),
  );
  const lanes = sites.map(({ port }): ServiceLane => ({
    siteUrl: `http://localhost:${port}`,
    service: 'up',
    requests: 0,
    delayMs: 0,
  }));
  const front = await startServer(
    createServer((request, response) => {
      const lane = lanes.find(({ siteUrl }) => siteUrl === request.headers.origin);
      if (lane && request.method === 'POST') lane.requests += 1;
      const answer = () => pass(inbox.url, lane?.service ?? 'up', request, response);
      if (lane && lane.delayMs > 0) setTimeout(answer, lane.delayMs);
      else answer();
    }),
    inboxPort,
  );
  return {
    lanes,
    arrived: async (email) => {
      const response = await fetch(`${inbox.url}/submissions.json`);
      const all = (await response.json()) as InboxLine[];
      return all.filter(({ fields }) => fields['email'] === email).toReversed();
    },
    close: async () => {
      await Promise.all([front, inbox, ...sites].map((server) => server.close()));
    },
  };
}
