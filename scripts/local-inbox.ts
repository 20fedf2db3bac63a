/** `npm run local:inbox`: the form inbox alone. */
import { runCommand } from './command';
import { specialForms } from './local/inbox/special-forms';
import { readPort } from '@/terminal/command-line';
import { waitForInterrupt } from '@/terminal/interrupt';

const help = `npm run local:inbox [-- --port N] [--file F]

  Takes forms as Formspree does, on port N of this machine only (4322; 0 takes a free one), and keeps them in F, one
  JSON object a line (.local/inbox.jsonl). Any form key is taken. These misbehave on purpose:

${Object.entries(specialForms)
  .map(([key, { description }]) => `  ${key.padEnd(18)} ${description}`)
  .join('\n')}
  ${'slow-3000'.padEnd(18)} kept, answered after 3000 ms
`;

const options = {
  port: { type: 'string', default: '4322' },
  file: { type: 'string', default: '.local/inbox.jsonl' },
} as const;

await runCommand({ help, options }, async ({ values: { port, file } }) => {
  // The listener must exist before anything is printed, so that no signal is missed.
  const interrupted = waitForInterrupt();
  const { startInbox } = await import('./local/inbox/inbox');
  const inbox = await startInbox({ port: readPort(port, 'port'), file });
  console.log(`Inbox on ${inbox.url}: open it to read what came in. It is kept in ${file}.`);
  await interrupted;
  await inbox.close();
  return 0;
});
