/** Finds nginx for the tests, or installs it where that takes no more than Debian's own packages. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { commandConfig } from '@/config/config';

const places = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx'];

function find(): string | undefined {
  const { nginx: named } = commandConfig('tests').tools;
  return [...(named ? [named] : []), ...places].find((file) => existsSync(file));
}

/** The path of nginx; undefined where it isn’t there and can’t be installed, and the test that needs it is left out. */
export function ensureNginx(print: (line: string) => void): string | undefined {
  const found = find();
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
  return find();
}
