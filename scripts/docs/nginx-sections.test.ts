import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { httpsHeaders } from '@/publish/hosts/site-headers';
import { insertNginxSections, nginxFiles } from './nginx-sections';

describe('the configurations of nginx', () => {
  it.each(nginxFiles)('%s is up to date: else run `npm run docs -- hosting`', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(insertNginxSections(text)).toBe(text);
  });

  it('have the headers for HTTPS where there is TLS', () => {
    const text = readFileSync('hosting/nginx.conf', 'utf8');
    for (const [header, value] of Object.entries(httpsHeaders))
      expect(text).toContain(`add_header ${header} "${value}" always;`);
  });
});
