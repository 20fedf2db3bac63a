/** `fetch` for files, so that what a browser runs can be run over a folder. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Answers `file:` addresses from the disk, without their query; leaves the others to the real one. */
export function fetchFiles(): void {
  const load = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = typeof input === 'string' ? input : '';
    if (!address.startsWith('file:')) return load(input, init);
    const file = new URL(address);
    file.search = '';
    return readFile(fileURLToPath(file)).then(
      (bytes) => new Response(bytes),
      () => new Response('', { status: 404 }),
    );
  };
}
