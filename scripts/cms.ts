/** `npm run cms -- <command>`: what editors and operators do with content from a terminal. */
import { parseArgs } from 'node:util';
import { checkContent } from '@/pipeline/check-command';

const help = `npm run cms -- <command>

  check    read the configured source, print every problem, and say what would be on the site
`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' } },
});

if (values.help || positionals[0] !== 'check') {
  console.log(help);
  if (!values.help) process.exitCode = 2;
} else {
  process.exitCode = await checkContent(process.env, (line) => console.log(line));
}
