/** `npm run notify`: tells the people who run the site how a publish ended that another program ran. */
import { UsageError } from '@/terminal/command-line';
import { runCommand } from './command';

const help = `npm run notify -- --test | --published | --failed REASON | --check [--to DIR]

  Sends a notice to NOTICE_WEBHOOK_URL, and by e-mail through NOTICE_SMTP_URL. npm run build and publish:local do it on
  their own; this command is for what they can’t see, such as a deployment. A notice that can’t be sent is tried again the
  next time.

  --test           send a test; exit code 1 if it can’t be sent
  --failed REASON  publishing failed; sent once, until --published
  --published      publishing worked; sent only if it had failed before
  --check          send a notice if nothing was published for NOTICE_AFTER_HOURS
  --to DIR         the folder that was published to (dist)
`;

const options = {
  test: { type: 'boolean', default: false },
  published: { type: 'boolean', default: false },
  failed: { type: 'string' },
  check: { type: 'boolean', default: false },
  to: { type: 'string', default: 'dist' },
} as const;

const noChannel =
  'No notices are configured. Set NOTICE_WEBHOOK_URL, or NOTICE_SMTP_URL and NOTICE_EMAIL_TO (docs/operators.md).';

await runCommand({ help, options }, async ({ values }) => {
  const { test, published, failed, check, to } = values;
  if ([test, published, failed !== undefined, check].filter(Boolean).length !== 1)
    throw new UsageError('Give one of --test, --published, --failed REASON and --check.');
  const [{ readCommandConfig }, { createRedactor }, { findChannels, sendTestNotices }, { reportEvent }] =
    await Promise.all([
      import('@/config/config'),
      import('@/config/secrets'),
      import('@/publish/notices/send-notices'),
      import('@/publish/notices/report-outcome'),
    ]);
  const config = readCommandConfig('notices');
  const print = (line: string) => console.log(line);
  if (findChannels(config.notices).length === 0) {
    console.error(noChannel);
    return test ? 1 : 0;
  }
  const at = new Date().toISOString();
  if (test) return (await sendTestNotices(config, at, print)) ? 0 : 1;
  const event =
    failed === undefined
      ? ({ kind: published ? 'published' : 'checked', at } as const)
      : ({ kind: 'failed', at, reason: createRedactor(config.secrets)(failed) } as const);
  await reportEvent(event, { config, to, print });
  return 0;
});
