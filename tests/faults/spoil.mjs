/**
 * Loaded into a publish (NODE_OPTIONS): one of its calls to the system, by name and path, finds the disk full, or ends the
 * process by force. `SPOIL_PROCESS` says which process: that of the command, or the one that renders.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { SPOIL_CALL = '', SPOIL_PATH = '', SPOIL_BY = '', SPOIL_PROCESS = '' } = process.env;
const path = new RegExp(SPOIL_PATH);

function spoil(call, args) {
  if (!args.some((arg) => path.test(String(arg)))) return;
  if (SPOIL_BY === 'kill') process.kill(process.pid, 'SIGKILL');
  throw Object.assign(new Error(`ENOSPC: no space left on device, ${call}`), { code: 'ENOSPC' });
}

if ((process.argv[1] ?? '').endsWith(SPOIL_PROCESS)) {
  for (const owner of [fs, fs.promises]) {
    const original = owner[SPOIL_CALL];
    if (typeof original !== 'function') continue;
    owner[SPOIL_CALL] = (...args) => {
      if (owner === fs.promises) {
        return Promise.resolve()
          .then(() => spoil(SPOIL_CALL, args))
          .then(() => original.apply(owner, args));
      }
      spoil(SPOIL_CALL, args);
      return original.apply(owner, args);
    };
  }
  syncBuiltinESMExports();
}
