/** Runs the real nginx with the configurations that operators copy, over a folder of releases. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:https';
import path from 'node:path';
import { expect, vi } from 'vitest';
import { makeSelfSigned } from '@/bench/self-signed';
import { freshFolder } from './folders';
import { freePorts } from './serving';

/** Where it is; undefined where there is none, and the tests that need it are left out. `npm test` installs it on Debian. */
export const nginxPath = [process.env['NGINX_PATH'] ?? '', '/usr/sbin/nginx'].find((file) =>
  existsSync(file),
);

/** How nginx is started. */
interface NginxOptions {
  /** With TLS (`hosting/nginx.conf`) instead of plain HTTP. */
  readonly isSecure?: boolean;
  /** True where the worker must not read what only root may. The folder that is served must be open to everybody. */
  readonly isUnprivileged?: boolean;
}

interface Nginx {
  /** Where the site is served. */
  readonly origin: string;
  /** Where plain HTTP is answered; the same without TLS. */
  readonly plainOrigin: string;
  /** The certificate that signs itself, as PEM; empty without TLS. */
  readonly certificate: string;
  /** What nginx printed. */
  readonly printed: () => string;
  readonly stop: () => Promise<void>;
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

/** Resolves to the status of a page over TLS, whose certificate nobody vouches for. */
function statusOf(url: string, certificate: string): Promise<string> {
  return new Promise((resolve, reject) => {
    request(url, { agent: new Agent({ ca: certificate }) }, (response) => {
      response.resume();
      resolve(`${response.statusCode}`);
    })
      .on('error', reject)
      .end();
  });
}

function workerUser(isUnprivileged: boolean): string {
  if (process.getuid?.() !== 0) return '';
  if (!isUnprivileged) return 'user root;';
  return `user nobody ${execFileSync('id', ['-gn', 'nobody'], { encoding: 'utf8' }).trim()};`;
}

/** Serves `site/current`, which has a page at `/en/`. */
export async function startNginx(
  site: string,
  { isSecure = false, isUnprivileged = false }: NginxOptions = {},
): Promise<Nginx> {
  const folder = path.resolve(await freshFolder(isSecure ? 'nginx-tls' : 'nginx'));
  const [port = 0, plainPort = 0] = await freePorts(2);
  await mkdir(`${folder}/temp`);
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/temp/${kind};`,
  );
  const common = [
    ['server_name volunteer.example.org;', 'server_name localhost;'],
    ['root        /srv/volunteering/current;', `root ${path.resolve(site, 'current')};`],
  ] as const;
  const { key, cert } = isSecure ? makeSelfSigned() : { key: '', cert: '' };
  if (isSecure) {
    await writeFile(`${folder}/key.pem`, key, { mode: 0o600 });
    await writeFile(`${folder}/cert.pem`, cert);
  }
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
  const main = [
    workerUser(isUnprivileged),
    'daemon off; worker_processes 1;',
    `pid ${folder}/nginx.pid; error_log stderr;`,
    'events {}',
    // As the packages of Debian and nginx.org begin: the file is included after these lines.
    `http { include /etc/nginx/mime.types; access_log off; ${temp.join(' ')} ${shipped} }`,
  ];
  await writeFile(`${folder}/nginx.conf`, main.join('\n'));
  const child = spawn(nginxPath ?? 'nginx', ['-p', folder, '-c', `${folder}/nginx.conf`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const closed = once(child, 'close');
  const origin = isSecure ? `https://localhost:${port}` : `http://127.0.0.1:${port}`;
  const answers = () =>
    (isSecure
      ? statusOf(`${origin}/en/`, cert)
      : fetch(`${origin}/en/`).then(({ status }) => `${status}`)
    ).catch(() => printed);
  await vi.waitFor(async () => expect(await answers()).toBe('200'), { timeout: 10_000 });
  return {
    origin,
    plainOrigin: isSecure ? `http://localhost:${plainPort}` : origin,
    certificate: cert,
    printed: () => printed,
    stop: async () => {
      child.kill('SIGTERM');
      await closed;
    },
  };
}
