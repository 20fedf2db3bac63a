import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { guarded } from '../../test/guarded';
import { temporaryFolder } from '../../test/temporary-folder';
import { runInboxCommand } from './command';
import { openStore } from './store';

const folder = temporaryFolder('all');

async function run(...args: string[]) {
  const lines: string[] = [];
  return { outcome: await runInboxCommand(args, (line) => lines.push(line)), text: lines.join('\n') };
}

describe('runInboxCommand', () => {
  it('explains itself', async () => {
    const { outcome, text } = await run('--help');
    expect(outcome).toEqual({ exitCode: 0 });
    expect(text).toContain('npm run local:inbox -- [--port N] [--file F]');
    expect(text).toContain('lost-answer');
  });

  it.each([
    [['--port', 'x'], '--port is “x”. Give a number from 0 to 65535.'],
    [['--port', '65536'], '--port is “65536”. Give a number from 0 to 65535.'],
    [['--export', 'xlsx'], '--export is “xlsx”. Give csv.'],
  ])('refuses %j', async (args, message) => {
    const { outcome, text } = await run(...args);
    expect([outcome, text]).toEqual([{ exitCode: 2 }, `${message}\nSee --help.`]);
  });

  it('writes what is kept as a table, and says so', async () => {
    const file = folder.at('kept.jsonl');
    expect((await run('--export', 'csv', '--file', file)).text).toBe(
      `There is nothing in ${file}, so nothing was written.`,
    );
    const fields = { name: 'Zoë', answer: '=1+1' };
    await openStore(file).append({ id: 'a', receivedAt: '2026-11-25T00:00:00.000Z', form: 'local', fields });
    const { outcome, text } = await run('--export', 'csv', '--file', file);
    expect(outcome).toEqual({ exitCode: 0 });
    expect(text).toContain(`Wrote ${folder.at('kept.csv')}.`);
    expect(folder.read('kept.csv')).toMatch(/^\uFEFFreceived_at,.*,Zoë,'=1\+1\r\n$/s);
  });

  it('says where it is, and that a port is taken', async () => {
    const { outcome, text } = await run('--port', '0', '--file', folder.at('a.jsonl'));
    if (!('inbox' in outcome)) throw new Error('no inbox');
    expect(text).toContain(outcome.inbox.url);
    const second = await run('--port', String(outcome.inbox.port));
    expect(second.outcome).toEqual({ exitCode: 1 });
    expect(second.text).toContain(String(outcome.inbox.port));
    await outcome.inbox.close();
  });
});

/** Starts the command as people do, in a process of its own. */
async function startProcess(file: string): Promise<{ url: string; child: ChildProcess }> {
  const args = ['--import', 'tsx', 'scripts/local-inbox.ts', '--port', '0', '--file', file];
  const child = guarded(
    spawn(process.execPath, args, { detached: true, stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { url: /http:\/\/\S+?(?=:? )/.exec(line)?.[0].replace(/:$/, '') ?? '', child };
}

describe('npm run local:inbox', () => {
  it('has every acknowledged submission on the disk, with its file, when it is killed in the middle of a load', async () => {
    const file = folder.at('killed.jsonl');
    const { url, child } = await startProcess(file);
    const acknowledged = new Set<string>();
    let sent = 0;
    const sender = async () => {
      for (;;) {
        const name = `n${sent++}`;
        const body = new FormData();
        body.set('name', name);
        body.set('attachment', new File([name, 'x'.repeat(50_000)], 'page.txt'));
        const answer = await fetch(`${url}/f/abc`, {
          method: 'POST',
          body: sent % 2 === 0 ? body : new URLSearchParams({ name, text: 'x'.repeat(500) }),
          headers: { Accept: 'application/json' },
        });
        if (answer.status === 200) acknowledged.add(name);
        if (acknowledged.size === 100) child.kill('SIGKILL');
      }
    };
    await Promise.allSettled(Array.from({ length: 20 }, sender));
    expect(acknowledged.size).toBeGreaterThanOrEqual(100);
    const { submissions } = await openStore(file).read();
    const names = new Set(submissions.map(({ fields }) => fields['name']));
    expect([...acknowledged].filter((name) => !names.has(name))).toEqual([]);
    const files = submissions.flatMap(({ files = [] }) => files);
    expect(files.length).toBeGreaterThan(10);
    for (const { path: at, sha256 } of files) {
      const bytes = await readFile(folder.at(at));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  });

  it('stops cleanly when asked to', async () => {
    const { child } = await startProcess(folder.at('stopped.jsonl'));
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
