import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** The commands that are ours, by name: `start -> scripts/start.ts`. */
const commands = Object.entries(scripts).flatMap(([name, command]) => {
  const file = /^node (?:--\S+ |\.\/scripts\/[\w-]+\.mjs )*tsx (scripts\/\S+\.ts)$/.exec(command)?.[1];
  return file === undefined ? [] : [{ name, file }];
});

async function run(file: string, ...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await closed, said: out + err };
}

it('finds every command', () => {
  const others = ['test:full', 'test:unit', 'test:watch', 'lint', 'typecheck', 'format'];
  expect(commands.map(({ name }) => name)).toEqual(
    Object.keys(scripts).filter((name) => !others.includes(name)),
  );
});

describe.concurrent('every command', { timeout: 60_000 }, () => {
  it.each(commands)(
    'npm run $name answers an unknown option in two lines, and ends with 2',
    async ({ file }) => {
      expect(await run(file, '--no-such-option')).toEqual({
        code: 2,
        said: "Unknown option '--no-such-option'\nSee --help.\n",
      });
    },
  );

  it.each([
    ['start', '--port', 'http', '--port is “http”. Give a number from 0 to 65535.'],
    ['dev', '--inbox-port', '70000', '--inbox-port is “70000”. Give a number from 0 to 65535.'],
    ['dev', '--inbox-port', '4321', '--port and --inbox-port are both 4321. Give two different ones.'],
  ])('npm run %s refuses %s %s', async (name, option, value, message) => {
    expect(await run(`scripts/${name}.ts`, option, value)).toEqual({
      code: 2,
      said: `${message}\nSee --help.\n`,
    });
  });
});

describe('a command that reads the content', () => {
  it.each(['build', 'start', 'dev', 'cms', 'publish:local'])(
    'npm run %s takes variables from a file .env',
    (name) => {
      expect(scripts[name]).toContain('--import ./scripts/env-file.mjs ');
    },
  );

  it.each([
    { says: 'what the file says', written: 'SITE_URL=https://a.example\n', found: 'https://a.example' },
    { says: 'what was set before', written: 'SITE_URL=https://a.example\n', set: 'b', found: 'b' },
    { says: 'nothing where there is no file', found: 'undefined' },
  ])('finds $says', async ({ written, set, found }) => {
    const dir = await mkdtemp(path.join(tmpdir(), 'env-file-'));
    if (written !== undefined) await writeFile(path.join(dir, '.env'), written);
    const loader = pathToFileURL('scripts/env-file.mjs').href;
    const child = spawn(process.execPath, ['--import', loader, '-e', 'console.log(process.env.SITE_URL)'], {
      cwd: dir,
      // A variable that is undefined isn’t passed on.
      env: { ...process.env, SITE_URL: set },
    });
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect({ out, err }).toEqual({ out: `${found}\n`, err: '' });
    await rm(dir, { recursive: true });
  });
});
