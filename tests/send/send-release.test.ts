/** Sending releases with the real rsync, to what seems to be another machine and to a folder of this one. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseSendTarget } from '@/publish/send/send-target';
import { sendRelease } from '@/publish/send/send-release';
import { setLiveRelease } from '@/publish/releases/releases';
import { hasRsync, makeReleases, type MadeReleases } from './made-releases';

let made: MadeReleases;
beforeEach(() => {
  made = makeReleases();
  for (const name of ['PATH', 'FAKE_HOME', 'FAKE_LOG', 'FAKE_HOLD']) vi.stubEnv(name, made.env[name]);
});
afterEach(() => made.remove());

async function send(target = made.target): Promise<string> {
  const lines: string[] = [];
  await sendRelease({ dir: made.dir, target: parseSendTarget(target), print: (line) => lines.push(line) });
  return lines.at(-1) ?? '';
}

const long = Array.from({ length: 5000 }, (_, index) => `line ${index} ${Math.sin(index)}`).join('\n');
const first = { 'index.html': 'a', 'en/index.html': long, 'en/a/index.html': 'same' };
const second = { ...first, 'index.html': 'b' };
const releasesThere = () =>
  readdirSync(`${made.there}/releases`)
    .filter((name) => !name.startsWith('.'))
    .toSorted();

// `npm test` installs rsync on Debian; flock belongs to every Linux.
describe.runIf(hasRsync)('a release that is sent', () => {
  it('is live there, and only files that changed are sent afterwards', async () => {
    await made.publish(1, first);
    expect(await send()).toMatch(/^Release 1 is live at web@example\.org:~\/site: sent 3 files, \d+ kB\.$/);
    expect(made.served('en/index.html')).toBe(long);
    await made.publish(2, second, 1);
    expect(await send()).toMatch(/: sent 1 file, 1 kB\.$/);
    const [one, two] = [made.nameOf(1), made.nameOf(2)];
    expect(made.liveThere()).toBe(two);
    expect(made.served('index.html')).toBe('b');
    expect(made.inode(two, 'en/index.html')).toBe(made.inode(one, 'en/index.html'));
    expect(made.inode(two, 'index.html')).not.toBe(made.inode(one, 'index.html'));
    expect(releasesThere()).toEqual([one, `${one}.sha256`, two, `${two}.sha256`]);
    expect(await send()).toContain('Release 2 was live at');
  });

  it('loses files that the new one lacks', async () => {
    await made.publish(1, first);
    await send();
    await made.publish(2, { 'index.html': 'a' }, 1);
    await send();
    expect(readdirSync(`${made.there}/current`)).toEqual(['index.html']);
  });

  it('is gone back to by a switch, without rsync', async () => {
    await made.publish(1, first);
    await send();
    await made.publish(2, second, 1);
    await send();
    setLiveRelease(made.dir, 1);
    const before = made.commands().length;
    expect(await send()).toContain('Release 1 is live at web@example.org:~/site, which had it already.');
    expect(made.commands().slice(before)).toEqual([expect.stringMatching(/^sh '-c'/)]);
    expect(made.served('index.html')).toBe('a');
    expect(releasesThere()).toContain(made.nameOf(2));
  });

  it('is sent whole where the one there is damaged', async () => {
    await made.publish(1, first);
    await send();
    await made.publish(2, second, 1);
    await send();
    writeFileSync(`${made.there}/releases/${made.nameOf(1)}/index.html`, 'x');
    setLiveRelease(made.dir, 1);
    expect(await send()).toContain('sent 3 files');
    expect(made.served('index.html')).toBe('a');
  });

  it('is never taken for another one of the same number, sizes and times', async () => {
    await made.publish(1, first);
    await send();
    rmSync(`${made.dir}/releases/1`, { recursive: true });
    await made.publish(1, second);
    await send();
    expect(made.served('index.html')).toBe('b');
    expect(releasesThere().filter((name) => !name.endsWith('.sha256'))).toHaveLength(2);
  });

  it('leaves behind it only what is kept here too, and no leftovers', async () => {
    for (const number of [1, 2, 3]) {
      await made.publish(number, { ...first, 'index.html': String(number) }, number - 1 || undefined);
      await send();
    }
    const one = made.nameOf(1);
    expect(releasesThere()).toContain(one);
    for (const name of ['9-0123456789ab.partial', `${one}.removed.partial`])
      mkdirSync(`${made.there}/releases/${name}`);
    for (const name of ['1', '1.sha256']) rmSync(`${made.dir}/releases/${name}`, { recursive: true });
    await made.publish(4, first, 3);
    await send();
    const kept = [2, 3, 4].map((number) => made.nameOf(number));
    expect(releasesThere()).toEqual(kept.flatMap((name) => [name, `${name}.sha256`]));
  });

  it('goes to a folder of this machine in the same way', async () => {
    await made.publish(1, first);
    await send(made.there);
    await made.publish(2, second, 1);
    expect(await send(made.there)).toMatch(/: sent 1 file, \d+ kB\.$/);
    expect(made.served('index.html')).toBe('b');
    expect(made.commands()).toEqual([]);
    await expect(send(made.dir)).rejects.toThrow('is the folder of the releases itself.');
  });
});

describe.runIf(hasRsync)('what is served', () => {
  beforeEach(async () => {
    await made.publish(1, first);
    await send();
    await made.publish(2, { ...second, 'en/new.html': long.replaceAll('line', 'row') }, 1);
  });

  it('stays while a sender is killed, and the next one goes on', async () => {
    writeFileSync(made.hold, '');
    const args = ['--import', 'tsx', 'scripts/publish-local.ts', '--to', made.dir, '--release', '2'];
    const sender = spawn(process.execPath, [...args, '--send-to', made.target], {
      env: made.env,
      stdio: 'ignore',
    });
    const exited = once(sender, 'exit');
    await vi.waitFor(() => expect(existsSync(`${made.hold}.reached`)).toBe(true), { timeout: 15_000 });
    // A second sender while the first one works.
    await expect(send()).rejects.toThrow('another command is sending there.');
    sender.kill('SIGKILL');
    await exited;
    expect(made.liveThere()).toBe(made.nameOf(1));
    expect(made.served('index.html')).toBe('a');
    // Its rsync goes on until it has ended, and none comes between.
    await expect(send()).rejects.toMatchObject({
      message: expect.stringContaining('another command is sending'),
    });
    rmSync(made.hold);
    await vi.waitFor(send, { timeout: 15_000 });
    expect(made.liveThere()).toBe(made.nameOf(2));
    expect(made.served('en/new.html')).toBe(long.replaceAll('line', 'row'));
    expect(releasesThere()).toHaveLength(4);
  }, 60_000);

  it.each([
    ['web@unknown.example', 'ssh doesn’t know the host’s key', 'ssh web@unknown.example'],
    ['web@silent.example', 'the host doesn’t answer', 'Check that it runs'],
    ['web@closed.example', 'the host gives no access', 'authorized_keys'],
  ])('stays where %s can’t be reached, which is told', async (host, message, hint) => {
    await expect(send(`${host}:site`)).rejects.toMatchObject({
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    });
  });

  it('stays where what arrives differs from the manifest', async () => {
    writeFileSync(`${made.dir}/releases/2/index.html`, 'x');
    await expect(send()).rejects.toMatchObject({
      message: expect.stringContaining('what arrived there differs from its manifest'),
    });
    expect(made.served('index.html')).toBe('a');
    expect(made.liveThere()).toBe(made.nameOf(1));
    writeFileSync(`${made.dir}/releases/2/index.html`, 'b');
    expect(await send()).toContain('Release 2 is live at');
  });

  it('stays where the folder holds something else', async () => {
    renameSync(`${made.there}/releases`, `${made.there}/other`);
    const before = readdirSync(made.there);
    await expect(send()).rejects.toThrow('holds other things than releases (other).');
    expect(readdirSync(made.there)).toEqual(before);
  });

  it('stays where rsync isn’t installed there, or here', async () => {
    const bin = `${made.env['FAKE_HOME']}/bin`;
    mkdirSync(bin);
    for (const name of ['sh', 'flock', 'mkdir', 'sha256sum'])
      symlinkSync(`/usr/bin/${name}`, `${bin}/${name}`);
    vi.stubEnv('PATH', bin);
    await expect(send(made.there)).rejects.toThrow('this machine has no rsync.');
    await expect(send()).rejects.toThrow('this machine has no ssh.');
  });
});

describe('--send-to', () => {
  it.each([
    ['web@example.org:/srv/site', 'web@example.org', '/srv/site'],
    ['web:~/site/', 'web', 'site'],
    ['web:site', 'web', 'site'],
    ['/srv/site', undefined, '/srv/site'],
  ])('takes %s', (name, host, folder) => {
    expect(parseSendTarget(name)).toEqual({ name, host, folder });
  });

  it.each([
    'web:/srv/$(id)',
    'web:/srv/my site',
    'web:/srv/a;b',
    '-oProxyCommand=x:/srv',
    'web:',
    'web:/',
    'web:~',
    'web:~/',
    'web:..',
    'web:~root/site',
    'web::module',
    'rsync://web/site',
    ':/srv/site',
    'web:-x',
    '-x',
    '~/site',
  ])('refuses %s', (name) => {
    expect(() => parseSendTarget(name)).toThrow(`--send-to is “${name}”.`);
  });
});
