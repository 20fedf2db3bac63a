import { ensureDebianCommand } from './debian-command';

/** Installs the text browser w3m if it is missing. Returns true if it is there. */
export const ensureW3m = (print: (line: string) => void): boolean =>
  ensureDebianCommand(
    { command: 'w3m', debianPackage: 'w3m', neededFor: 'the tests with a text browser' },
    print,
  );
