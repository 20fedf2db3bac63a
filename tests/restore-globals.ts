/** Puts back what a file of tests has replaced: the next file, in the same worker, may keep what it finds as it is read. */
import { afterAll, vi } from 'vitest';

afterAll(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
