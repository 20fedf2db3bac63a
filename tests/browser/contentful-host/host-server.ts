/** Serves the built app, and the page in whose frames it runs as in Contentful. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { startServer } from '@scripts/local/listen';
import type { HostForm } from './host-form';

const folder = fileURLToPath(new URL('.', import.meta.url));

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};

/** A running host page. */
export interface AppHost {
  /** Serves another form. Returns the page's address. */
  readonly show: (form: HostForm) => string;
  readonly close: () => Promise<void>;
}

async function bundleHost(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, 'host.client.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

/** Starts the page for the app in `appDir`, on any free port. */
export async function startAppHost(appDir: string): Promise<AppHost> {
  const script = await bundleHost();
  const page = await readFile(path.join(folder, 'host.html'), 'utf8');
  let form: HostForm | undefined;
  const answer = async (name: string): Promise<string | Buffer> => {
    if (name === '/') return page;
    if (name === '/host.js') return script;
    if (name === '/form.json') return JSON.stringify(form);
    return readFile(path.join(appDir, path.basename(name)));
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname === '/app/' ? '/app/index.html' : pathname;
    const type = mediaTypes[path.extname(name)] ?? mediaTypes['.html'];
    answer(name)
      .then((body) => response.writeHead(200, { 'Content-Type': type }).end(body))
      .catch(() => response.writeHead(404).end());
  });
  const { url, close } = await startServer(server, 0);
  return {
    show: (shown) => {
      form = shown;
      return `${url}/`;
    },
    close,
  };
}
