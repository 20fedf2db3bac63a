import { describe, expect, it } from 'vitest';
import { canSeeProcesses, parseProcess, readUse, useOf } from './process-tree';

const row = (pid: number, parent: number, megabytes: number) => ({
  pid,
  parent,
  memory: megabytes * 1e6,
  cpu: 10,
});

describe('useOf', () => {
  it('adds up a process and all below it, and nobody else', () => {
    const rows = [row(1, 0, 900), row(10, 1, 5), row(12, 11, 2), row(11, 10, 3), row(20, 1, 100)];
    expect(useOf(10, rows)).toEqual({ memory: 10e6, cpu: 30, processes: 3 });
  });

  it('knows nothing of a process that has ended', () => {
    expect(useOf(10, [row(1, 0, 900)])).toBeUndefined();
  });
});

describe('parseProcess', () => {
  const stat = '42 (a (b) c) S 7 42 42 0 -1 4194560 1 2 3 4 100 20 30 5 20 0 11 0 1 2 3';

  it('reads parent, memory and processor time, whatever the name', () => {
    expect(parseProcess(42, stat, 'Name:\ta\nVmRSS:\t   2000 kB\n')).toEqual({
      pid: 42,
      parent: 7,
      memory: 2_048_000,
      cpu: 1550,
    });
  });

  it('leaves out what has no memory', () => {
    expect(parseProcess(42, stat, 'Name:\tkthreadd\n')).toBeUndefined();
  });
});

describe.runIf(canSeeProcesses)('readUse', () => {
  it('sees this process', () => {
    expect(readUse(process.pid)?.memory).toBeGreaterThan(1e6);
  });
});
