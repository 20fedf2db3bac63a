import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** The commands that are ours, by name: `start -> scripts/start.ts`. */
const commands = Object.entries(scripts).flatMap(([name, command]) => {
  const file = /^(?:node (?:--env-file-if-exists=\.env )?--import )?tsx (scripts\/\S+\.ts)$/.exec(
    command,
  )?.[1];
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
  it.each(['build', 'start', 'dev', 'cms'])('npm run %s takes variables from a file .env', (name) => {
    expect(scripts[name]).toContain('--env-file-if-exists=.env ');
  });
});
