import { spawnSync } from 'node:child_process';
import { installDebianPackages } from './debian-command';

/** The Python on the PATH, or Debian's, which its packages belong to. */
const pythons = ['python3', '/usr/bin/python3'];
const packages = ['python3-jsonschema', 'python3-feedparser'];

const findPython = () =>
  pythons.find(
    (command) =>
      spawnSync(command, ['-W', 'ignore', '-c', 'import feedparser, jsonschema'], { stdio: 'ignore' })
        .status === 0,
  );

/**
 * Returns a Python with the modules that read the site's formats in tests, which had no part in writing them. Installs
 * Debian's where there is none, and returns undefined where that isn't possible.
 */
export function ensurePython(print: (line: string) => void): string | undefined {
  const found = findPython();
  if (found !== undefined) return found;
  installDebianPackages('Python with jsonschema and feedparser', packages, print);
  const installed = findPython();
  if (installed === undefined)
    print(`Without Python (${packages.join(', ')}) the tests with its readers are left out.`);
  return installed;
}
