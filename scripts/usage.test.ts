import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from './test/temporary-folder';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** The commands that are ours, by name: `start -> scripts/start.ts`, `bench -> packages/bench/main.ts`. */
const commands = Object.entries(scripts).flatMap(([name, command]) => {
  const file = /^node (?:--\S+ |\.\/scripts\/[\w-]+\.mjs )*tsx ((?:scripts|packages)\/\S+\.ts)$/.exec(
    command,
  )?.[1];
  return file === undefined ? [] : [{ name, file }];
});

/** Starts Node with these arguments. */
async function run(args: readonly string[], options: Parameters<typeof spawn>[2] = {}) {
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await closed, said: out + err };
}

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** Runs a command in this process, which is much quicker than to start one. */
async function call(file: string, ...args: readonly string[]) {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  vi.spyOn(console, 'log').mockImplementation(print);
  vi.spyOn(console, 'error').mockImplementation(print);
  vi.spyOn(process, 'argv', 'get').mockReturnValue([process.execPath, file, ...args]);
  // The query has the file run again, though another test has imported it.
  await import(`${pathToFileURL(file).href}?${args.join()}`);
  return { code: process.exitCode, said: lines.join('\n') };
}

it('finds every command', () => {
  const others = ['test:watch', 'typecheck', 'format'];
  expect(commands.map(({ name }) => name)).toEqual(
    Object.keys(scripts).filter((name) => !others.includes(name)),
  );
});

describe('a command', () => {
  const refused = (message: string) => ({ code: 2, said: `${message}\nSee --help.` });

  it.each(commands)('npm run $name refuses an unknown option, and ends with 2', async ({ file }) => {
    expect(await call(file, '--no-such-option')).toEqual(refused("Unknown option '--no-such-option'"));
  });

  it.each([
    ['packages/bench/main.ts', 'pages'],
    ['packages/bench/main.ts', 'build'],
    ['scripts/test-full.ts', 'faults'],
  ])('%s gives %s the arguments after its name', async (file, subcommand) => {
    expect(await call(file, subcommand, '--no-such-option')).toEqual(
      refused("Unknown option '--no-such-option'"),
    );
  });

  it('says which names there are', async () => {
    const { code, said } = await call('packages/bench/main.ts', 'nonsense');
    expect([code, said]).toEqual([2, expect.stringContaining('There is no “nonsense”. Name one of build, ')]);
  });

  it.each([
    ['start', '--port', 'http', '--port is “http”. Give a number from 0 to 65535.'],
    ['dev', '--inbox-port', '70000', '--inbox-port is “70000”. Give a number from 0 to 65535.'],
    ['dev', '--inbox-port', '4321', '--port and --inbox-port are both 4321. Give two different ones.'],
  ])('npm run %s refuses %s %s', async (name, option, value, message) => {
    expect(await call(`scripts/${name}.ts`, option, value)).toEqual(refused(message));
  });

  it('ends its process with the code', async () => {
    const { code, said } = await run(['--import', 'tsx', 'packages/checks/check.ts', '--no-such-option']);
    expect([code, said.trim()]).toEqual(Object.values(refused("Unknown option '--no-such-option'")));
  });
});

describe('a command that reads the content', () => {
  const folder = temporaryFolder();

  it.each(['build', 'start', 'dev', 'cms', 'publish:local'])('npm run %s reads .env', (name) => {
    expect(scripts[name]).toContain('--import ./scripts/env-file.mjs ');
  });

  it('finds what .env says, unless it was set before, and needs no such file', async () => {
    const cwd = folder.at();
    const args = [
      '--import',
      pathToFileURL('scripts/env-file.mjs').href,
      '-p',
      'process.env.SITE_URL + " " + process.env.SITE_NAME',
    ];
    const env = { ...process.env, SITE_NAME: 'set', SITE_URL: undefined };
    expect(await run(args, { cwd, env })).toEqual({ code: 0, said: 'undefined set\n' });
    folder.write('.env', 'SITE_URL=https://a.example\nSITE_NAME=written\n');
    expect(await run(args, { cwd, env })).toEqual({ code: 0, said: 'https://a.example set\n' });
  });
});
