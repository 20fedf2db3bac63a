/** Every fault that the stand-in can have, by name. */
import { OperatorError } from '@/model/operator-error';
import { contentFaults } from './content-faults';
import { entryFaults } from './entry-faults';
import type { StandInFault } from './fault';
import { connectionFaults } from './connection-faults';
import { serviceFaults } from './service-faults';

const table = { ...serviceFaults, ...connectionFaults, ...contentFaults, ...entryFaults };

export type FaultName = keyof typeof table;

export const faults: Readonly<Record<FaultName, StandInFault>> = table;

export const faultNames = Object.keys(table) as readonly FaultName[];

/** Checks a value of `--fault`. Throws an `OperatorError` that lists the names. */
export function parseFault(name: string): FaultName {
  const found = faultNames.find((known) => known === name);
  if (found !== undefined) return found;
  throw new OperatorError(`There is no fault “${name}”.`, `Choose one of: ${faultNames.join(', ')}.`);
}
