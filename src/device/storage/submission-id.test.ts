import { afterEach, describe, expect, it, vi } from 'vitest';
import { newSubmissionId } from './submission-id';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('newSubmissionId', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is a new UUID each time', () => {
    expect(newSubmissionId()).toMatch(uuid);
    expect(newSubmissionId()).not.toBe(newSubmissionId());
  });

  it('is one on a plain-HTTP page too, where randomUUID is missing', () => {
    const { crypto } = globalThis;
    vi.stubGlobal('crypto', {
      getRandomValues: (bytes: Uint8Array) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
    });
    expect(newSubmissionId()).toMatch(uuid);
  });
});
