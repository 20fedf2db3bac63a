import { readConfig } from '@/config/config';
import { environmentOf } from '../local/contentful/transfer-testing';
import { describe, expect, it } from 'vitest';
import { pushContent } from './push/push-command';
import { key, file, titleInSpace, titleInFiles, useSyncTest } from './sync-test.fixture';

const sync = useSyncTest();

describe('a pull', () => {
  it('leaves a file that was changed here only, and names it', async () => {
    await sync.ours.push();
    await sync.retitleInFiles();
    const { code, text } = await sync.ours.pull();
    expect(await sync.ours.read(file)).toContain(`title: ${titleInFiles}\n`);
    expect(code).toBe(0);
    expect(text).toContain(
      `! ${key} “Proofread eight shipyard notebooks” was changed here only, and stays: Title (fr).`,
    );
  });

  it('overwrites no change to the same field unless that was chosen', async () => {
    await sync.ours.push();
    await sync.retitleInFiles();
    await sync.retitleInSpace(titleInSpace);
    const { code, text } = await sync.ours.pull();
    expect(code).toBe(1);
    expect(await sync.ours.read(file)).toContain(`title: ${titleInFiles}\n`);
    expect(text).toContain(`      Contentful: ${titleInSpace}\n      files:      ${titleInFiles}\n`);
    expect((await sync.ours.pull({ overwrite: key })).code).toBe(0);
    expect(await sync.ours.read(file)).toContain(`title: ${titleInSpace}\n`);
  });

  it('doesn’t take back what a stopped push had written and not published', async () => {
    await sync.ours.push();
    await sync.retitleInFiles();
    const print = (line: string) => {
      if (line === 'Entries written: 1 of 1') throw new Error('stopped');
    };
    const { content, recordDir } = sync.ours;
    const config = readConfig(environmentOf(content, sync.test.standIn.host), 'transfer');
    await expect(pushContent({}, { config, print, recordDir })).rejects.toThrow('stopped');
    await sync.ours.pull();
    expect(await sync.ours.read(file)).toContain(`title: ${titleInFiles}\n`);
    expect((await sync.ours.push()).code).toBe(0);
  });
});
