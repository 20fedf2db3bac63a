/** Finds Poppler's tools, by which the tests read PDFs as other people's programs do, or installs them where it can. */
import { execFileSync, spawnSync } from 'node:child_process';

const has = (command: string) =>
  spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;

/** True where the tools are, perhaps only now; says what it does. Without them the tests that need them are left out. */
export function ensurePoppler(print: (line: string) => void): boolean {
  if (has('pdfinfo')) return true;
  if (process.getuid?.() === 0 && has('apt-get')) {
    print('No Poppler found. Installing Debian’s poppler-utils (apt-get), about 5 s.');
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    try {
      execFileSync('apt-get', ['update', '-qq'], quiet);
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'poppler-utils'], quiet);
    } catch {
      print('It could not be installed.');
    }
  }
  if (has('pdfinfo')) return true;
  print('Without Poppler (pdfinfo, pdffonts, pdftotext, pdftoppm) the tests of PDFs are left out.');
  return false;
}
