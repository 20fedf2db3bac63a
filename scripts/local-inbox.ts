/** `npm run local:inbox`: see `scripts/local/inbox/command.ts`. */
import { runInboxCommand } from './local/inbox/command';
import { waitForInterrupt } from '@/terminal/interrupt';

// The listener must exist before anything is printed, so that no signal is missed.
const interrupted = waitForInterrupt();

const outcome = await runInboxCommand(process.argv.slice(2), (line) => {
  console.log(line);
});

if ('exitCode' in outcome) {
  process.exitCode = outcome.exitCode;
} else {
  await interrupted;
  await outcome.inbox.close();
}
