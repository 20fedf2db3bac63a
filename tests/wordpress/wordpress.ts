/** Runs Debian's WordPress with a database of its own, all in one folder. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { guarded } from '@scripts/test/guarded';

/** Where Debian's package puts it. */
const installed = '/usr/share/wordpress';

/** A post as an author writes it. */
export interface Post {
  readonly name: string;
  /** An author may not write any HTML that they like, an administrator may. */
  readonly role: 'author' | 'administrator';
  readonly content: string;
}

/** A running WordPress. */
interface WordPress {
  readonly version: string;
  /** Writes posts. Returns their addresses by name. */
  readonly write: (posts: readonly Post[]) => Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** Repeats a command until it succeeds, for half a minute. */
async function untilSuccess(command: string, args: readonly string[]): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt++) {
    if (spawnSync(command, args, { stdio: 'ignore' }).status === 0) return;
    await wait(250);
  }
  throw new Error(`${command} ${args.join(' ')} doesn’t succeed.`);
}

const configuration = (socket: string) => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

/** Starts WordPress at a port of this machine, in a folder that is emptied first. */
export async function startWordPress(folder: string, port: number): Promise<WordPress> {
  const dir = path.resolve(folder);
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true });
  const data = `${dir}/data`;
  const socket = `${dir}/database.sock`;
  // Started by root, it asks for a user: it is all in one folder of this test.
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  execFileSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...user,
    ],
    { stdio: 'ignore' },
  );
  const start = (command: string, args: readonly string[]) =>
    guarded(spawn(command, args, { detached: true, stdio: 'ignore' }));
  const database = start('mariadbd', [
    '--no-defaults', `--datadir=${data}`, `--socket=${socket}`, `--pid-file=${dir}/pid`, '--skip-networking', ...user,
  ]); // prettier-ignore
  // Debian's has links to other packages in it.
  await cp(installed, `${dir}/site`, {
    recursive: true,
    dereference: true,
    filter: (source) => path.basename(source) !== 'wp-config.php',
  });
  await mkdir(`${dir}/site/wp-content/mu-plugins`, { recursive: true });
  await cp('tests/wordpress/allow-local.php', `${dir}/site/wp-content/mu-plugins/allow-local.php`);
  await writeFile(`${dir}/site/wp-config.php`, configuration(socket));
  const client = ['--no-defaults', '--socket', socket, '--user', 'root', '--execute'];
  await untilSuccess('mariadb', [...client, 'CREATE DATABASE IF NOT EXISTS wordpress']);
  const server = start('php', ['-q', '-S', `127.0.0.1:${port}`, '-t', `${dir}/site`]);
  const url = `http://127.0.0.1:${port}`;
  const run = (script: string, input = '') =>
    execFileSync('php', [`tests/wordpress/${script}`], {
      encoding: 'utf8',
      input,
      env: { ...process.env, WORDPRESS_URL: url, WORDPRESS_DIR: `${dir}/site` },
    });
  run('set-up.php');
  return {
    version: execFileSync('php', ['-r', `require '${dir}/site/wp-includes/version.php'; echo $wp_version;`], {
      encoding: 'utf8',
    }),
    write: (posts) => {
      const printed = run('write-posts.php', JSON.stringify(posts));
      return JSON.parse(printed.slice(printed.lastIndexOf('\n'))) as Record<string, string>;
    },
    stop: async () => {
      for (const child of [server, database]) {
        const closed = once(child, 'close');
        child.kill('SIGTERM');
        await closed;
      }
    },
  };
}
