/** Finds nginx for the tests, or installs its Debian package. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readCommandConfig } from '@/config/config';

const nginxPaths = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx'];

function findNginx(): string | undefined {
  const { nginx: configured } = readCommandConfig('tests').tools;
  return [...(configured ? [configured] : []), ...nginxPaths].find((file) => existsSync(file));
}

/** Returns the path of nginx; undefined if it can’t be installed either. Its test is then left out. */
export function ensureNginx(print: (line: string) => void): string | undefined {
  const found = findNginx();
  if (found !== undefined) return found;
  const hasApt = spawnSync('sh', ['-c', 'command -v apt-get']).status === 0;
  if (process.getuid?.() !== 0 || !hasApt) {
    print('No nginx found, and only root on Debian can install it here: its test is left out (NGINX_PATH).');
    return undefined;
  }
  print('No nginx found. Installing Debian’s nginx package (apt-get).');
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'nginx'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return findNginx();
}
