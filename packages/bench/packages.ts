/** The packages that only this folder needs. They are installed when a command first needs them. */
import { installPackages } from '@scripts/install/command-packages';

const folder = import.meta.dirname;

export const lighthouseProgram = `${folder}/node_modules/lighthouse/cli/index.js`;

/** Installs the packages of this folder if they are missing. Throws a `PackagesError` if it fails. */
export const ensurePackages = (print: (line: string) => void): void =>
  installPackages({ folder, name: 'Lighthouse and MiniSearch' }, print);
