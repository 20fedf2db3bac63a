import { ensureDebianCommand } from './debian-command';

/** The packages that WordPress needs: the command that each brings, and its names in Debian. */
const packages = [
  ['mariadbd', 'mariadb-server'],
  ['php', 'php-cli php-mysql'],
  ['wp-setup', 'wordpress wordpress-theme-twentytwentyfive'],
] as const;

/** Installs WordPress with its database if they are missing. Returns true if they are there. */
export const ensureWordPress = (print: (line: string) => void): boolean =>
  packages.every(([command, debianPackage]) =>
    ensureDebianCommand({ command, debianPackage, neededFor: 'the tests with WordPress' }, print),
  );
