import { ensureDebianCommand } from './debian-command';

/** Installs rsync if it is missing, for the tests that send releases. Returns true if it is there. */
export const ensureRsync = (print: (line: string) => void): boolean =>
  ensureDebianCommand(
    { command: 'rsync', debianPackage: 'rsync', neededFor: 'the tests of sending releases' },
    print,
  );
