/** Every fault that the server can have, by name. */
import { connectionFaults } from './connection-faults.ts';
import type { Fault } from './fault.ts';
import { serviceFaults } from './service-faults.ts';

const table = { ...serviceFaults, ...connectionFaults };

export type FaultName = keyof typeof table;

export const faults: Readonly<Record<FaultName, Fault>> = table;

export const faultNames = Object.keys(table) as readonly FaultName[];
