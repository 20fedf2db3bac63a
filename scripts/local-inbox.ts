/** `npm run local:inbox`: see `scripts/local/inbox/command.ts`. */
import { runInbox } from './local/inbox/command';
import { untilInterrupted } from '@/terminal/interrupt';

// The listener must exist before anything is printed, so that no signal is missed.
const interrupted = untilInterrupted();

const outcome = await runInbox(process.argv.slice(2), (line) => {
  console.log(line);
});

if ('exitCode' in outcome) {
  process.exitCode = outcome.exitCode;
} else {
  await interrupted;
  await outcome.inbox.close();
}
