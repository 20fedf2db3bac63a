import { OperatorError } from '@/model/operator-error';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { contentTypeNames } from '@/model/types/entry';
import type { PreparedContent } from '@/site/prepare/prepare';
import type { BuildResult } from './build/build';
import { withMonitor } from './monitor';
import { startMonitorServer, type MonitorServer } from './monitor-server.fixture';
import { LockedError } from './targets/lock';

let monitor: MonitorServer;
let printed: string[];

beforeEach(async () => {
  printed = [];
  monitor = await startMonitorServer();
});
afterEach(() => monitor.close());

const called = () => monitor.calls.map(({ address, text }) => `${address} ${text}`);

const counts = Object.fromEntries(
  contentTypeNames.map((type) => [
    type,
    type === 'opportunity' ? { read: 3, shown: 2 } : { read: 0, shown: 0 },
  ]),
);
const result = {
  // As much as a summary needs.
  prepared: { counts, problems: [] } as unknown as PreparedContent,
  pages: 12,
  isUnchanged: false,
  duration: 3400,
} satisfies BuildResult;

function run(publish: (begin: () => void) => Promise<BuildResult>, address = monitor.url, timeoutMs = 5000) {
  const config = readConfig({ SITE_URL: 'https://volunteer.example.org', MONITOR_URL: address });
  return withMonitor({ config, print: (line) => void printed.push(line), timeoutMs }, publish);
}

const succeed = (begin: () => void) => {
  begin();
  return Promise.resolve(result);
};

const fail = (error: Error) => (begin: () => void) => {
  begin();
  return Promise.reject(error);
};

describe('a monitor', () => {
  it('is told once of the start and of the success, with what is on the site', async () => {
    expect(await run(succeed)).toBe(result);
    expect(called()).toEqual([
      'POST /start Publishing https://volunteer.example.org.',
      'POST  https://volunteer.example.org was published: 12 pages, after 3.4 s.\nOn the site: 2 opportunity.',
    ]);
    expect(printed).toEqual([]);
  });

  it('is called at an address that ends in a slash', async () => {
    await run(succeed, `${monitor.url}/`);
    expect(monitor.calls.map(({ address }) => address)).toEqual(['POST /start', 'POST /']);
  });

  it('is told of a failure with the reason, without secrets and stacks', async () => {
    const error = new OperatorError(`The disk is full. ${monitor.url}`);
    await expect(run(fail(error))).rejects.toBe(error);
    const text = 'Publishing https://volunteer.example.org failed.\nThe disk is full. [secret]';
    expect(called()[1]).toBe(`POST /fail ${text}`);
    await expect(run(fail(new Error('x is undefined')))).rejects.toThrow();
    expect(called()[3]).toBe(
      'POST /fail Publishing https://volunteer.example.org failed.\nError: x is undefined',
    );
  });

  it('is told of a failure before the start, but nothing where another publish runs', async () => {
    await expect(run(() => Promise.reject(new OperatorError('No folder.')))).rejects.toThrow();
    expect(called()).toEqual(['POST /fail Publishing https://volunteer.example.org failed.\nNo folder.']);
    await expect(run(() => Promise.reject(new LockedError('Taken.', '')))).rejects.toThrow();
    expect(monitor.calls.length).toBe(1);
  });

  it('that isn’t set is never called', async () => {
    expect(await run(succeed, '')).toBe(result);
    expect(called()).toEqual([]);
  });
});

describe('a monitor that doesn’t take it', () => {
  it.each([
    [404, 'it answered 404'],
    [302, 'it answered 302'],
    [undefined, 'no answer within 0.2 s'],
  ])('(%s) leaves a warning, and the publish as it is', async (answer, why) => {
    monitor.status = answer;
    expect(await run(succeed, monitor.url, answer === undefined ? 200 : 5000)).toBe(result);
    expect(monitor.calls.length).toBe(2);
    expect(printed).toEqual(
      ['start', 'success'].map(
        (event) => `WARNING: The monitor (MONITOR_URL) couldn’t be told of “${event}”: ${why}.`,
      ),
    );
  });

  it('since it doesn’t run, isn’t named by its address', async () => {
    const error = new OperatorError('The disk is full.');
    await expect(run(fail(error), 'http://127.0.0.1:2/a-secret-address')).rejects.toBe(error);
    expect(printed).toHaveLength(2);
    expect(printed.join()).toContain('ECONNREFUSED');
    expect(printed.join()).not.toContain('a-secret-address');
  });
});
