/** `npm start`: builds the site, serves it as a visitor would get it, and runs the inbox for its forms. */
import { parseArgs } from 'node:util';
import { parsePort } from '@/local/listen';
import { start } from '@/local/start';
import { runCommand } from './command';

const help = `npm start [-- --port N] [--inbox-port N]

  Builds the configured content, serves it on port N (4321) and runs the form inbox (4322). Ctrl+C stops both.
`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4321' },
      'inbox-port': { type: 'string', default: '4322' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const running = await start({
    env: process.env,
    port: parsePort(values.port),
    inboxPort: parsePort(values['inbox-port']),
    print: (line) => console.log(line),
  });
  const stop = () => void running.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return 0;
}, 'Not started.');
