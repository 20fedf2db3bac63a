/**
 * Loaded into a publish (NODE_OPTIONS): calls to the system, by name and path, or just the n-th of them (`SPOIL_SPOTS`: JSON,
 * each with the process that makes it), find the disk full, or end the process by force (`SPOIL_BY`: full or kill), where it
 * writes or removes in the middle of that. Or they do as always, and it is noted down that they were met (`SPOIL_BY`: a file, which
 * gets a line with the number of each).
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { SPOIL_SPOTS = '[]', SPOIL_BY = '' } = process.env;
const { appendFileSync, readdirSync, statSync, unlinkSync, writeFileSync } = fs;

const spots = JSON.parse(SPOIL_SPOTS)
  .map((spot, number) => ({ ...spot, number, met: 0, path: new RegExp(spot.path) }))
  .filter((spot) => (process.argv[1] ?? '').endsWith(spot.process));

function doHalf(call, [place, content]) {
  if (call.startsWith('writeFile')) writeFileSync(place, content.slice(0, content.length / 2));
  if (!call.startsWith('rm') || !statSync(place, { throwIfNoEntry: false })?.isDirectory()) return;
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  for (const { parentPath, name } of files.slice(files.length / 2)) unlinkSync(`${parentPath}/${name}`);
}

function spoil(call, args) {
  for (const spot of spots) {
    if (!spot.call.split('|').includes(call) || !args.some((arg) => spot.path.test(String(arg)))) continue;
    spot.met += 1;
    if (spot.nth !== undefined && spot.nth !== spot.met) continue;
    if (SPOIL_BY === 'kill') {
      doHalf(call, args);
      process.kill(process.pid, 'SIGKILL');
    }
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
