/** `npm run dev`: Astro's development server over the configured content, with the inbox for its forms. */
import { parseArgs } from 'node:util';
import { startInbox } from '@/local/inbox/inbox';
import { defaultInboxFile } from '@/local/start';
import { describeFailure } from '@/publish/failure';
import { run } from './steps';

const help = `npm run dev [-- --port N] [--inbox-port N]

  Serves the site on port N (4321), made anew at each request, and the form inbox on 4322. Search needs a built index:
  use npm start for that.
`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4321' },
    'inbox-port': { type: 'string', default: '4322' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) {
  console.log(help);
} else {
  try {
    const inbox = await startInbox({ port: Number(values['inbox-port']), file: defaultInboxFile });
    console.log(`Inbox   ${inbox.url}/`);
    process.exitCode = await run(['astro', 'dev', '--port', values.port], {
      FORMS: process.env['FORMS'] || 'local',
      FORMSPREE_ENDPOINT: process.env['FORMSPREE_ENDPOINT'] || inbox.url,
      OV_FORM_ORIGINS: inbox.url,
      ASTRO_TELEMETRY_DISABLED: '1',
    });
    await inbox.close();
  } catch (error) {
    console.error(describeFailure(error));
    process.exitCode = 1;
  }
}
