/** Identifies what a site was made with, and from. */
import { hash } from 'node:crypto';
import type { Config } from '@/config/config';
import type { Content } from '@/pipeline/content';

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

/** Identifies the content: its entries, pictures and languages, whatever the time. */
export const contentVersion = (content: Content): string =>
  hash('sha256', JSON.stringify({ ...content, now: 0 }), 'hex');
