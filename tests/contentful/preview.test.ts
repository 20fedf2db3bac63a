import { describe, expect, it } from 'vitest';
import { openManagement } from '@scripts/cms/management';
import { SecretValue } from '@/config/secret-value';
import { defaultSettings } from '@/sources/contentful/contentful-config';
import { createDraftSource, createContentfulSource } from '@/sources/contentful/contentful-source';
import type { ContentfulServer } from './start';
import { failure, withStandIn } from './read-space';

const quick = { ...defaultSettings, retryLimit: 0, pauseMs: 0, retryMs: 1, timeoutMs: 5000 };

const address = ({ host }: ContentfulServer) => ({ space: 'local', environment: 'master', host });
const published = (standIn: ContentfulServer) => ({ ...address(standIn), token: new SecretValue('local') });
const drafts = (standIn: ContentfulServer) => ({
  ...address(standIn),
  token: new SecretValue('local-preview'),
  drafts: true,
});

describe('the Preview API of the stand-in, through the real client', () => {
  it('shows what changed since it was published, and what was unpublished as a draft', async () => {
    await withStandIn({}, async (standIn) => {
      const ask = openManagement({ ...address(standIn), token: new SecretValue('local-management') });
      await ask('changing an entry', async (client) => {
        const entry = await client.entry.get({ entryId: 'first-caption' });
        const fields = { ...entry.fields, title: { en: 'Another title' } };
        await client.entry.update({ entryId: 'first-caption' }, { ...entry, fields });
        await client.entry.unpublish({ entryId: 'nora-captions' });
      });
      const pulled = await createDraftSource(drafts(standIn), published(standIn), quick).read(
        () => undefined,
      );
      const find = (id: string) => pulled.entries.find((entry) => entry.id === id);
      expect(find('first-caption')?.locales.en).toMatchObject({ title: 'Another title' });
      expect(pulled.live?.get('resource/first-caption')?.locales.en).not.toMatchObject({
        title: 'Another title',
      });
      expect(find('nora-captions')?.shared['status']).toBe('draft');
      expect(pulled.live?.has('story/nora-captions')).toBe(false);
      expect(find('semilla-viva')?.shared['status']).not.toBe('draft');
    });
  });

  it('takes its own token, and says which variable holds it', async () => {
    await withStandIn({}, async (standIn) => {
      const wrong = { ...drafts(standIn), token: new SecretValue('somebody-else') };
      const { message, hint } = await failure(createContentfulSource(wrong, quick).read(() => undefined));
      expect(message).toContain('Contentful doesn’t accept the token in CONTENTFUL_PREVIEW_TOKEN');
      expect(hint).toContain('“Content Preview API - access token”');
    });
  });
});
