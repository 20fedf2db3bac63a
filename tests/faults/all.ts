/** Every named fault. */
import type { NamedFault } from './fault';
import { fileFaults } from './files';
import { machineFaults } from './machine';
import { serviceFaults } from './service';
import { settingFaults } from './settings';
import { spaceFaults } from './shown';

/** What is refused before anything is rendered. */
export const refusedFaults: readonly NamedFault[] = [...fileFaults, ...settingFaults, ...serviceFaults];

export const allFaults: readonly NamedFault[] = [...refusedFaults, ...spaceFaults, ...machineFaults];
