/** `npm run local:inbox`: see `scripts/local/inbox/command.ts`. */
import { runInboxCommand } from './local/inbox/command';
import { waitForInterrupt } from '@/terminal/interrupt';

// Listened for before anything is printed, so that no signal is missed.
const told = waitForInterrupt();

const outcome = await runInboxCommand(process.argv.slice(2), (line) => {
  console.log(line);
});

if ('exitCode' in outcome) {
  process.exitCode = outcome.exitCode;
} else {
  await told;
  await outcome.inbox.close();
}
