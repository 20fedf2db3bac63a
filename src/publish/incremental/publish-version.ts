/** Identifies what a site was made with, and from. */
import { hash } from 'node:crypto';
import type { Config } from '@/config/config';
import { cacheByObject } from '@/model/cache-by-object';
import type { Content } from '@/pipeline/content';
import type { PreparedContent } from '@/site/prepare/prepare';
import { publicHashes } from '../files/build-record-file';

/**
 * Identifies the code and the settings that files depend on besides the content that they show. Secrets are among them:
 * a new one has to be looked for in every file.
 */
export function publishVersion(code: string, { site, forms, secrets }: Config, content: Content): string {
  const settings = [
    site.url,
    site.storesPages,
    forms,
    content.strings,
    content.brand,
    secrets.map(({ variable, value }) => [variable, value.reveal()]),
  ];
  return hash('sha256', `${code}\0${JSON.stringify(settings)}`, 'hex');
}

/**
 * Identifies the content: its entries with their versions, pictures and languages, whatever the time. A new version is new
 * content even if no page shows the difference, since the site says which version it has.
 */
export const contentVersion = cacheByObject((prepared: Pick<PreparedContent, 'content' | 'hashes'>): string =>
  hash('sha256', JSON.stringify([{ ...prepared.content, now: 0 }, publicHashes(prepared)]), 'hex'),
);
