/** Runs the real nginx with the configurations that operators copy. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, vi } from 'vitest';
import { createSelfSigned } from '@bench/create-self-signed';
import { findNginx } from '@scripts/install/test-tools';
import { freePorts } from '@scripts/test/free-ports';
import { guarded } from '@scripts/test/guarded';
import { freshFolder } from './folders';
import { ask } from './private-files';

/** Where it is; undefined where there is none, and the tests that need it are left out. `npm test` installs it on Debian. */
export const nginxPath = findNginx();

/** How nginx is started. */
interface NginxOptions {
  /** With TLS (`hosting/nginx.conf`) instead of plain HTTP. */
  readonly isSecure?: boolean;
  /** The host of its address and its certificate. */
  readonly host?: string;
  /** Changes the configuration, as an operator might by mistake. */
  readonly change?: (config: string) => string;
  /** True where the worker must not read what only root may. The folder that is served must be open to everybody. */
  readonly isUnprivileged?: boolean;
}

/** A running nginx, and where the site is served. */
interface Nginx {
  readonly origin: string;
  /** What nginx printed. */
  readonly printed: () => string;
  readonly stop: () => Promise<void>;
}

/** nginx over a folder of releases. */
interface NginxSite extends Nginx {
  /** The port of the site, and the one that answers plain HTTP. */
  readonly port: number;
  readonly plainPort: number;
  /** The certificate that signs itself, as PEM; empty without TLS. */
  readonly certificate: string;
}

/** A shipped configuration with its marked lines changed, each of which must be there. */
async function configured(file: string, changes: readonly (readonly [string, string])[]): Promise<string> {
  let shipped = await readFile(file, 'utf8');
  for (const [from, to] of changes) {
    expect(shipped).toContain(from);
    shipped = shipped.replaceAll(from, to);
  }
  return shipped;
}

function workerUser(isUnprivileged: boolean): string {
  if (process.getuid?.() !== 0) return '';
  if (!isUnprivileged) return 'user root;';
  return `user nobody ${execFileSync('id', ['-gn', 'nobody'], { encoding: 'utf8' }).trim()};`;
}

interface RunOptions {
  readonly folder: string;
  /** The server blocks. */
  readonly config: string;
  /** Resolves to the status of a request that nginx answers once it is up. */
  readonly status: () => Promise<number>;
  readonly expected: number;
  readonly isUnprivileged?: boolean;
}

/** Runs nginx until it is stopped. Resolves once it answers as expected. */
async function run({
  folder,
  config,
  status,
  expected,
  isUnprivileged = false,
}: RunOptions): Promise<Pick<Nginx, 'printed' | 'stop'>> {
  await mkdir(`${folder}/temp`);
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/temp/${kind};`,
  );
  const main = [
    workerUser(isUnprivileged),
    'daemon off; worker_processes 1;',
    `pid ${folder}/nginx.pid; error_log stderr;`,
    'events {}',
    // As the packages of Debian and nginx.org begin: the file is included after these lines.
    `http { include /etc/nginx/mime.types; access_log off; ${temp.join(' ')} ${config} }`,
  ];
  await writeFile(`${folder}/nginx.conf`, main.join('\n'));
  const child = guarded(
    spawn(nginxPath ?? 'nginx', ['-p', folder, '-c', `${folder}/nginx.conf`], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
  );
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const closed = once(child, 'close');
  const answer = () => status().catch(() => printed);
  await vi.waitFor(async () => expect(await answer()).toBe(expected), { timeout: 10_000 });
  return {
    printed: () => printed,
    stop: async () => {
      child.kill('SIGTERM');
      await closed;
    },
  };
}

async function writeCertificate(folder: string, host?: string): Promise<string> {
  const { key, cert } = createSelfSigned(host);
  await writeFile(`${folder}/key.pem`, key, { mode: 0o600 });
  await writeFile(`${folder}/cert.pem`, cert);
  return cert;
}

let started = 0;

/** Serves `site/current`, which has a page at `/en/`. */
export async function startNginx(
  site: string,
  {
    isSecure = false,
    isUnprivileged = false,
    host = 'localhost',
    change = (config) => config,
  }: NginxOptions = {},
): Promise<NginxSite> {
  // Other files of tests start theirs at the same time.
  const name = `nginx-${process.env['VITEST_POOL_ID']}-${++started}`;
  const folder = path.resolve(await freshFolder(name));
  const [port = 0, plainPort = 0] = await freePorts(2);
  const certificate = isSecure ? await writeCertificate(folder, host) : '';
  const common = [
    ['server_name volunteer.example.org;', `server_name ${host};`],
    ['root        /srv/volunteering/current;', `root ${path.resolve(site, 'current')};`],
  ] as const;
  const shipped = await (isSecure
    ? configured('hosting/nginx.conf', [
        ...common,
        ['listen      80;', `listen 127.0.0.1:${plainPort};`],
        ['listen      443 ssl;', `listen 127.0.0.1:${port} ssl;`],
        ['https://$host$request_uri', `https://$host:${port}$request_uri`],
        ['/etc/letsencrypt/live/volunteer.example.org/fullchain.pem', `${folder}/cert.pem`],
        ['/etc/letsencrypt/live/volunteer.example.org/privkey.pem', `${folder}/key.pem`],
      ])
    : configured('hosting/nginx-http.conf', [...common, ['listen      80;', `listen 127.0.0.1:${port};`]]));
  const scheme = isSecure ? 'https' : 'http';
  const running = await run({
    folder,
    config: change(shipped),
    status: async () => (await ask(`${scheme}://127.0.0.1:${port}`, '/en/', { Host: host })).status,
    expected: 200,
    isUnprivileged,
  });
  return {
    ...running,
    origin: `${scheme}://${host}:${port}`,
    port,
    plainPort: isSecure ? plainPort : port,
    certificate,
  };
}

/** The name and password that the proxy of a preview asks for. */
export const previewLogin = 'editor:four-plain-words';

/** nginx in front of a preview at `port`, with a certificate that nothing trusts. */
export async function startPreviewProxy(port: number): Promise<Nginx> {
  const folder = path.resolve(await freshFolder('preview-proxy'));
  const [plain = 0, secure = 0] = await freePorts(2);
  await writeCertificate(folder);
  await writeFile(`${folder}/htpasswd`, `${previewLogin.replace(':', ':{PLAIN}')}\n`);
  const origin = `https://localhost:${secure}`;
  const config = await configured('hosting/preview.nginx.conf', [
    ['listen      80; ', `listen 127.0.0.1:${plain};`],
    ['listen      443 ssl;', `listen 127.0.0.1:${secure} ssl;`],
    ['server_name preview.example.org;', 'server_name localhost;'],
    ['/etc/ssl/certs/preview.example.org.pem', `${folder}/cert.pem`],
    ['/etc/ssl/private/preview.example.org.key', `${folder}/key.pem`],
    ['auth_basic_user_file /etc/nginx/preview.htpasswd', `auth_basic_user_file ${folder}/htpasswd`],
    ['proxy_pass         http://127.0.0.1:4321;', `proxy_pass http://127.0.0.1:${port};`],
  ]);
  const running = await run({
    folder,
    config,
    status: async () => (await ask(origin, '/')).status,
    expected: 401,
  });
  return { ...running, origin };
}
