/** Serves the files of `public/` as a site has them. */
import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { PublicFile } from '@/sources/files/public-files';
import { decodePath, findContentType } from '../site/static-files';

/** Answers requests for the files that there are at that moment, but for addresses of the server itself. */
export function servePublicFiles(
  list: () => readonly PublicFile[],
  isOwnAddress: (pathname: string) => boolean,
) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const pathname = decodePath(request);
    const name = pathname?.replace(/\/$/, '/index.html');
    const file = list().find(({ path }) => path === name);
    if (!file || pathname === undefined || isOwnAddress(pathname)) {
      next();
      return;
    }
    response.writeHead(200, { 'Content-Type': findContentType(file.path), 'Cache-Control': 'no-cache' });
    if (request.method === 'HEAD') response.end();
    else pipeline(createReadStream(file.source), response, () => undefined);
  };
}
