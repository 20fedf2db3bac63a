/** `npm run dev`: Astro's development server over the configured content, with the inbox for its forms. */
import { parseArgs } from 'node:util';
import { startInbox } from '@/local/inbox/inbox';
import { parsePort } from '@/local/listen';
import { defaultInboxFile } from '@/local/start';
import { runCommand } from './command';
import { run } from './steps';

const help = `npm run dev [-- --port N] [--inbox-port N]

  Serves the site on port N (4321), made anew at each request, and the form inbox on 4322. Search needs a built index:
  use npm start for that.
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
  const port = parsePort(values.port);
  const inbox = await startInbox({ port: parsePort(values['inbox-port']), file: defaultInboxFile });
  console.log(`Inbox   ${inbox.url}/`);
  const code = await run(['astro', 'dev', '--port', String(port)], {
    FORMS: process.env['FORMS'] || 'local',
    FORMSPREE_ENDPOINT: process.env['FORMSPREE_ENDPOINT'] || inbox.url,
    OV_FORM_ORIGINS: inbox.url,
    ASTRO_TELEMETRY_DISABLED: '1',
  });
  await inbox.close();
  return code;
}, 'Not started.');
