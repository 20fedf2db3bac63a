import { beforeEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../test/temporary-folder';
import { hasPackages, installPackages, PackagesError, tryInstallPackages } from './command-packages';

const folder = temporaryFolder();
let printed: string[];
const print = (line: string) => printed.push(line);

const write = (file: string, content: object) => folder.write(file, JSON.stringify(content));

beforeEach(() => {
  printed = [];
  write('package.json', { dependencies: { '@a/b': '1.0.0', c: '2.0.0' } });
});

describe('packages of a single command', () => {
  it('are there when each has the version that is asked for', () => {
    expect(hasPackages(folder.at())).toBe(false);
    write('node_modules/@a/b/package.json', { version: '1.0.0' });
    write('node_modules/c/package.json', { version: '1.9.0' });
    expect(hasPackages(folder.at())).toBe(false);
    write('node_modules/c/package.json', { version: '2.0.0' });
    expect(hasPackages(folder.at())).toBe(true);
    installPackages({ folder: folder.at(), name: 'C' }, print);
    expect(printed).toEqual([]);
  });

  it('that can’t be installed are a failure, or leave something out', () => {
    // Without a lock file npm refuses before it uses the network.
    const own = { folder: folder.at(), name: 'C' };
    expect(() => installPackages(own, print)).toThrow(PackagesError);
    vi.stubEnv('CI', 'true');
    expect(() => tryInstallPackages(own, 'nothing is compared', print)).toThrow(PackagesError);
    vi.stubEnv('CI', undefined);
    printed = [];
    expect(tryInstallPackages(own, 'nothing is compared', print)).toBe(false);
    expect(printed).toEqual([
      'Installing C',
      expect.stringContaining('npm error'),
      expect.stringMatching(
        /^C could not be installed\. Connect to the network and run: npm ci --prefix .*\nUntil then nothing is compared\.$/,
      ),
    ]);
  });
});
