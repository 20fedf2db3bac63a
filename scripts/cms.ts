/** `npm run cms -- <command>`: what editors and operators do with content from a terminal. */
import { checkContent } from '@/publish/check-command';
import { UsageError } from '@/terminal/command-line';
import { runCommand } from './command';

const help = `npm run cms -- <command>

  check    read the configured source, print every problem, and say what would be on the site.
           Exit code 1 where a build would fail or leave an entry out
`;

const print = (line: string) => {
  console.log(line);
};

const commands: Readonly<Record<string, () => Promise<number>>> = {
  check: () => checkContent({ env: process.env, outDir: 'dist', print }),
};

await runCommand({ help, allowPositionals: true }, ({ positionals }) => {
  const [name, extra] = positionals;
  const known = `The commands are: ${Object.keys(commands).join(', ')}.`;
  if (name === undefined) throw new UsageError(`Which command? ${known}`);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(`There is no command “${name}”. ${known}`);
  if (extra !== undefined)
    throw new UsageError(`The command “${name}” takes nothing more, such as “${extra}”.`);
  return command();
});
