import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { readConfig } from '@/config/config';
import { environmentOf, withProxy } from '../local/contentful/transfer-testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pushContent } from './push/push-command';
import { syncRecordFile } from './sync/sync-record';
import { entryId, file, title, titleInSpace, titleInFiles, useSyncTest } from './sync-test.fixture';

const sync = useSyncTest();

describe('an edit in Contentful while a push is running', () => {
  const isUpdate = (method: string, url: string) => method === 'PUT' && url.endsWith(`/entries/${entryId}`);
  const isPublish = (_: string, url: string) => url.endsWith(`/entries/${entryId}/published`);

  /** An editor’s save, once, just before a request of this kind. */
  function saveBefore(is: (method: string, url: string) => boolean) {
    let isDone = false;
    return async (method: string, url: string) => {
      if (isDone || !is(method, url)) return;
      isDone = true;
      await sync.retitleInSpace(titleInSpace, { publish: false });
    };
  }

  it.each([
    ['written', isUpdate],
    ['published', isPublish],
  ])('before an entry is %s stays, and the others go on', async (_, isRequest) => {
    await sync.ours.push();
    await sync.retitleInFiles();
    await sync.ours.edit('settings/site.yml', 'sample: true', 'sample: false');
    const before = saveBefore(isRequest);
    const { code, text } = await withProxy(sync.test.standIn, { before }, (host) => sync.ours.push({}, host));
    expect(code).toBe(1);
    expect(await sync.readStoredTitle()).toMatchObject({ fr: titleInSpace });
    expect(text).toContain('was changed in Contentful during this push, and is left as it is. Last change');
    expect(text).toContain(`      Contentful: ${titleInSpace}\n`);
    expect(text.split('\n').at(-1)).toBe('1 not overwritten; the others are in the space.');
    const live = sync.test.standIn.space.entries.find(({ sys }) => sys.id === entryId);
    expect(live?.fields['title']).toMatchObject({ fr: title });
    const site = await sync.test.client.entry.get({ entryId: 'site' });
    expect(site.fields['sample']).toEqual({ 'en-US': false });
  });

  it('isn’t mistaken for the push’s own change, whose answer was lost', { timeout: 20_000 }, async () => {
    await sync.ours.push();
    await sync.retitleInFiles();
    let lost = 0;
    const isLost = (method: string, url: string) => isUpdate(method, url) && (lost += 1) === 1;
    const { code } = await withProxy(sync.test.standIn, { isLost }, (host) => sync.ours.push({}, host));
    expect(lost).toBe(2);
    expect(code).toBe(0);
    expect(await sync.readStoredTitle()).toMatchObject({ fr: titleInFiles });
    expect((await sync.readStored()).sys.publishedVersion).toBe((await sync.readStored()).sys.version - 1);
  });
});

describe('a push that is killed', () => {
  it('between a change and its answer knows the change as its own', { timeout: 30_000 }, async () => {
    // The command runs in its own process, and writes its record to the default folder.
    const inDefaultPlace = {
      config: readConfig(environmentOf(sync.ours.content, sync.test.standIn.host), 'transfer'),
      print: () => undefined,
    };
    const record = syncRecordFile({ space: 'local', environment: 'master' }, sync.ours.content);
    onTestFinished(() => rm(record, { force: true }));
    await pushContent({}, inDefaultPlace);
    await sync.retitleInFiles();
    await sync.ours.edit('settings/site.yml', 'sample: true', 'sample: false');
    const child = { pid: 0 };
    const isLost = (method: string, url: string) => {
      if (method !== 'PUT' || !url.endsWith(`/entries/${entryId}`)) return false;
      process.kill(child.pid, 'SIGKILL');
      return true;
    };
    await withProxy(sync.test.standIn, { isLost }, async (host) => {
      const env = { ...process.env, ...environmentOf(sync.ours.content, host) };
      const killed = spawn(process.execPath, ['--import', 'tsx', 'scripts/cms.ts', 'push'], { env });
      child.pid = killed.pid ?? 0;
      expect(await once(killed, 'exit')).toEqual([null, 'SIGKILL']);
    });
    expect(await sync.readStoredTitle()).toMatchObject({ fr: titleInFiles });
    // Edited again before the push is repeated: what the space has isn’t what the file has, nor what was seen before.
    await sync.ours.edit(file, titleInFiles, 'Relire onze carnets');
    expect(await pushContent({}, inDefaultPlace)).toBe(0);
    expect(await sync.readStoredTitle()).toMatchObject({ fr: 'Relire onze carnets' });
    const after = await sync.test.client.entry.get({ entryId: 'site' });
    expect(after.fields['sample']).toEqual({ 'en-US': false });
  });
});
