/** ssh never asks, since it may run without a person, and notices a host that no longer answers. */
export const sshOptions = [
  '-o',
  'BatchMode=yes',
  '-o',
  'ConnectTimeout=15',
  '-o',
  'ServerAliveInterval=15',
  '-o',
  'ServerAliveCountMax=4',
];

/** Quotes a word for a POSIX shell: `it's` -> `'it'\''s'`. */
export const quoteForShell = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;
