import { ensureDebianCommand } from './debian-command';

/** Installs Firefox if it is missing. Returns true if it is there. */
export const ensureFirefox = (print: (line: string) => void): boolean =>
  ensureDebianCommand(
    { command: 'firefox-esr', debianPackage: 'firefox-esr', neededFor: 'the tests in Firefox' },
    print,
  );

/** Installs WebKit with its driver, and a display for it, if they are missing. Returns true if they are there. */
export const ensureWebKit = (print: (line: string) => void): boolean =>
  [
    ['WebKitWebDriver', 'webkit2gtk-driver'],
    ['Xvfb', 'xvfb'],
  ].every(([command = '', debianPackage = '']) =>
    ensureDebianCommand({ command, debianPackage, neededFor: 'the tests in WebKit' }, print),
  );
