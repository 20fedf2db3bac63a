import { describe, expect, it } from 'vitest';
import { isLoopback } from './loopback';

describe('isLoopback', () => {
  it.each([
    ['127.0.0.1:4600', true],
    ['localhost', true],
    ['localhost.example.org', false],
    ['127.0.0.1.example.org', false],
    ['cdn.contentful.com', false],
  ])('%s -> %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});
