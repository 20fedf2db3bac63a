/** Identifies what a site was made with, and from. */
import { hash } from 'node:crypto';
import type { Config } from '@/config/config';
import type { Content } from '@/pipeline/content';
import type { PreparedContent } from '@/site/prepare/prepare';
import { entryHashes } from '../files/build-record-file';
import type { PublicHashes } from '../files/public-files';

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
 * Identifies what a site is made from: its entries with their versions, pictures, languages and files of `public/`, for a quarter
 * of an hour. A new version is new content even if no page shows the difference, since the site says which version it has. Time
 * alone changes a site only when a quarter begins, as days and closing dates do everywhere.
 */
export function inputVersion(
  prepared: Pick<PreparedContent, 'content' | 'hashes'>,
  publicHashes: PublicHashes,
): string {
  const now = Math.floor(prepared.content.now / 900_000);
  const inputs = [{ ...prepared.content, now }, entryHashes(prepared), [...publicHashes]];
  return hash('sha256', JSON.stringify(inputs), 'hex');
}
