/** Runs the real nginx with the configuration that operators copy, over a folder of releases. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { freshFolder } from './folders';
import { freePorts } from './serving';

/** Where it is; undefined where there is none, and the tests that need it are left out. `npm test` installs it on Debian. */
export const nginxPath = [process.env['NGINX_PATH'] ?? '', '/usr/sbin/nginx'].find((file) =>
  existsSync(file),
);

interface Nginx {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** The shipped configuration with its three marked lines changed, each of which must be there. */
async function configured(site: string, port: number): Promise<string> {
  let shipped = await readFile('hosting/nginx.conf', 'utf8');
  const changes = [
    ['listen      80;', `listen 127.0.0.1:${port};`],
    ['server_name volunteer.example.org;', 'server_name localhost;'],
    ['root        /srv/volunteering/current;', `root ${path.resolve(site, 'current')};`],
  ] as const;
  for (const [from, to] of changes) {
    expect(shipped).toContain(from);
    shipped = shipped.replace(from, to);
  }
  return shipped;
}

export async function startNginx(site: string): Promise<Nginx> {
  const folder = path.resolve(await freshFolder('nginx'));
  const [port = 0] = await freePorts(1);
  await mkdir(`${folder}/temp`);
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/temp;`,
  );
  const main = [
    process.getuid?.() === 0 ? 'user root;' : '',
    'daemon off; worker_processes 1;',
    `pid ${folder}/nginx.pid; error_log stderr;`,
    'events {}',
    `http { access_log off; ${temp.join(' ')} ${await configured(site, port)} }`,
  ];
  await writeFile(`${folder}/nginx.conf`, main.join('\n'));
  const child = spawn(nginxPath ?? 'nginx', ['-p', folder, '-c', `${folder}/nginx.conf`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const closed = once(child, 'close');
  const origin = `http://127.0.0.1:${port}`;
  const answers = () =>
    fetch(`${origin}/en/`).then(
      ({ status }) => `${status}`,
      () => said,
    );
  await expect.poll(answers, { timeout: 10_000 }).toBe('200');
  return {
    origin,
    stop: async () => {
      child.kill('SIGTERM');
      await closed;
    },
  };
}
