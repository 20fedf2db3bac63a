import { describe, expect, it } from 'vitest';
import { findRefusal } from './refusal';

describe('the reason of a refusal', () => {
  it.each([
    [{ code: 'VersionMismatch', message: 'Version mismatch error' }, 'conflict'],
    [{ sys: { type: 'Error', id: 'Conflict' }, message: '' }, 'conflict'],
    [new Error('409'), 'conflict'],
    [{ code: 'AccessDenied' }, 'permission'],
    [{ status: 403 }, 'permission'],
    ['You are not allowed to edit this field', 'permission'],
    [{ message: 'Failed to fetch' }, 'other'],
    // A number within another one is no status.
    [{ message: 'Request 14093 failed' }, 'other'],
    [undefined, 'other'],
    [7, 'other'],
  ])('%j is %s', (error, refusal) => {
    expect(findRefusal(error)).toBe(refusal);
  });
});
