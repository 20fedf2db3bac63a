import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nginxConfigs } from './nginx-config';

describe('what is written from the source of the headers', () => {
  it.each(Object.entries(nginxConfigs))('%s is up to date: else run `npm run docs:hosting`', (file, text) => {
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
