/**
 * Loaded into a publish (NODE_OPTIONS): calls to the system, by name and path (`SPOIL_SPOTS`: JSON, each with the process
 * that makes it), find the disk full, or end the process by force (`SPOIL_BY`: full or kill). Or they do as always, and
 * it is noted down that they were met (`SPOIL_BY`: a file, which gets a line with the number of each).
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { SPOIL_SPOTS = '[]', SPOIL_BY = '' } = process.env;
const { appendFileSync } = fs;

const spots = JSON.parse(SPOIL_SPOTS)
  .map((spot, number) => ({ ...spot, number, path: new RegExp(spot.path) }))
  .filter((spot) => (process.argv[1] ?? '').endsWith(spot.process));

function spoil(call, args) {
  for (const spot of spots) {
    if (!spot.call.split('|').includes(call) || !args.some((arg) => spot.path.test(String(arg)))) continue;
    if (SPOIL_BY === 'kill') process.kill(process.pid, 'SIGKILL');
    if (SPOIL_BY === 'full')
      throw Object.assign(new Error(`ENOSPC: no space left on device, ${call}`), { code: 'ENOSPC' });
    appendFileSync(SPOIL_BY, `${spot.number}\n`);
  }
}

for (const name of new Set(spots.flatMap(({ call }) => call.split('|')))) {
  for (const owner of [fs, fs.promises]) {
    const original = owner[name];
    if (typeof original !== 'function') continue;
    owner[name] = (...args) => {
      if (owner === fs.promises) {
        return Promise.resolve()
          .then(() => spoil(name, args))
          .then(() => original.apply(owner, args));
      }
      spoil(name, args);
      return original.apply(owner, args);
    };
  }
}
syncBuiltinESMExports();
