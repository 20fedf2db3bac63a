/** What the guides and the service for operators tell people and machines to run, is there. */
/** @module-tag core */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** The commands of a text: the name of the script, `cms`, and what stands after `--`. */
const commandsIn = (text: string) =>
  [...text.matchAll(/npm (?:run ([a-z:]+(?:-[a-z]+)*)|(start)\b)(?: -- ([^`\n#]*))?/g)].map(
    ([, name, start, rest = '']) => ({ name: name ?? start ?? '', args: rest.split(' ').filter(Boolean) }),
  );

/** What isn't there of a command: `cms --frobnicate`. */
function missingFrom({ name, args }: ReturnType<typeof commandsIn>[number]): string[] {
  if (scripts[name] === undefined) return [name];
  // The file of the script, without its folder: `cms`.
  const script = / scripts\/(\S+)\.ts/.exec(scripts[name])?.[1];
  const source = script === undefined ? '' : readFileSync(`scripts/${script}.ts`, 'utf8');
  // Some commands of scripts/ only start what has the options.
  if (!source.includes('runCommand(')) return [];
  const options = args.flatMap((arg) => /^\[?--(?:no-)?([a-z-]+)/.exec(arg)?.[1] ?? []);
  return options.filter((option) => !source.includes(option)).map((option) => `${name} --${option}`);
}

it.each([
  ['docs/editors.md', 4],
  ['docs/editors.fr.md', 4],
  ['docs/editors.es.md', 4],
  ['docs/operators.md', 30],
  ['hosting/publisher.service', 1],
])('%s names commands that there are, with options that they have', (file, fewest) => {
  const commands = commandsIn(readFileSync(file, 'utf8'));
  expect(commands.length).toBeGreaterThanOrEqual(fewest);
  expect(commands.flatMap(missingFrom)).toEqual([]);
});

it('the service listens at the port to which nginx passes webhooks on', () => {
  expect(commandsIn(readFileSync('hosting/publisher.service', 'utf8'))[0]?.args.slice(-2)).toEqual([
    '--listen',
    /127\.0\.0\.1:(\d+)/.exec(readFileSync('hosting/publisher.nginx.conf', 'utf8'))?.[1],
  ]);
});
