/** A run of the browser tests that is ended by force leaves no server behind, so that the next can start. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { assertPortFree } from '@scripts/local/listen';
import { freePorts } from '@scripts/test/free-ports';
import { guarded } from '@scripts/test/guarded';
import { runDir } from '@scripts/test/run-folder';
import { plainEnv } from './run-build';
import { sharedSite } from './shared-site';

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/`).then(
    ({ ok }) => ok,
    () => false,
  );

it('a killed run of the browser tests frees its ports', async () => {
  await sharedSite('sample');
  const [port = 0, inboxPort = 0] = await freePorts(2);
  const args = ['node_modules/@playwright/test/cli.js', 'test', '--config=tests/playwright.config.ts'];
  const run = guarded(
    spawn(process.execPath, [...args, 'web-font.spec.ts'], {
      detached: true,
      stdio: 'ignore',
      env: {
        ...plainEnv(),
        TEST_DIR: runDir,
        TEST_PORT: String(port),
        TEST_INBOX_PORT: String(inboxPort),
        TEST_SITE_BUILT: '1',
      },
    }),
  );
  const ended = once(run, 'exit');
  while (!((await answers(port)) && (await answers(inboxPort)))) {
    expect(run.exitCode).toBeNull();
    await setTimeout(50);
  }
  run.kill('SIGKILL');
  await ended;
  for (const one of [port, inboxPort])
    await expect.poll(() => assertPortFree(one), { timeout: 10_000 }).toBeUndefined();
});
