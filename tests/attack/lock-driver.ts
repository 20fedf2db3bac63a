/** Takes the lock of a folder of releases at an instant and keeps it until it is killed. Usage: DIR INSTANT (Unix ms). */
import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { LockedError } from '@/publish/targets/lock';
import { withReleaseLock } from '@/publish/releases/releases';

const [dir = '', instant = '0'] = process.argv.slice(2);
// Unbuffered, so that nothing which was printed is lost to a kill.
const say = (line: string) => writeSync(1, `${line}\n`);

// The last few milliseconds without a timer, so that all come together.
await wait(Math.max(0, Number(instant) - Date.now() - 5));
while (Date.now() < Number(instant));
try {
  await withReleaseLock(dir, () => {
    say('has it');
    return wait(60_000);
  });
} catch (error) {
  say(error instanceof LockedError ? 'refused' : String(error));
}
