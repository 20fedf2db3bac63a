import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { httpsHeaders } from '@/publish/hosts/site-headers';

it('the configuration of nginx with TLS has the headers for HTTPS', () => {
  const text = readFileSync('hosting/nginx.conf', 'utf8');
  for (const [header, value] of Object.entries(httpsHeaders))
    expect(text).toContain(`add_header ${header} "${value}" always;`);
});
