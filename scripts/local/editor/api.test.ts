import { expect, it } from 'vitest';
import { editorTranslator } from '@/i18n/editor';
import { answerApi } from './api';
import type { EntryStorage } from './storage/entries';

const save = { action: 'save', type: 'story', id: 'x', fields: {}, base: null, locale: 'en' };

/** What the page is told where the system refuses to write or to read. */
async function tell(code: string, request: object = save): Promise<string> {
  const refuse = () => Promise.reject(Object.assign(new Error(`${code}: it says why, open`), { code }));
  const { status, body } = await answerApi(request, {
    root: '',
    paneFile: '',
    key: '',
    entries: { list: refuse, save: refuse } as unknown as EntryStorage,
    broken: () => [],
    readStatus: () => Promise.resolve(undefined),
  });
  expect(status).toBe(500);
  return (body as { error: string }).error;
}

it.each([
  ['ENOSPC', 'The disk is full.'],
  ['EDQUOT', 'The disk is full.'],
  ['EROFS', 'The folder of the content can’t be written to.'],
  ['EACCES', 'The folder of the content can’t be written to.'],
])('says in words, and in each language, why nothing was saved (%s)', async (code, words) => {
  const told = await tell(code);
  expect(told).toContain(words);
  expect(told).toContain('what you typed is still here');
  expect(editorTranslator('fr').filled(told)).not.toBe(told);
});

it.each(['list', 'save'])('says that the folder of the content is gone (%s)', async (action) => {
  const request = action === 'list' ? { action, type: 'story' } : save;
  expect(await tell('ENOENT', request)).toMatch(/^The folder of the content isn’t there\./);
});

it('passes on what else the system says', async () => {
  expect(await tell('EIO')).toBe('The system refused: EIO: it says why, open');
  const entries = { action: 'list', type: 'story' };
  expect(await tell('EACCES', entries)).toBe('The system refused: EACCES: it says why, open');
});
