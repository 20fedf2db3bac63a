/** Undoes the stubs of a test file at its end. Files share a worker, and the next one may read `fetch` while it is loaded. */
import { afterAll, vi } from 'vitest';

afterAll(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
