import { expect, it } from 'vitest';
import { findProcessTree, parseMemory, parseProcess } from './process-tree';

const row = (pid: number, parent: number) => ({ pid, parent, cpu: 10 });

it('finds a process and all below it, in whatever order they are listed, and no other', () => {
  const rows = [row(1, 0), row(10, 1), row(12, 11), row(11, 10), row(20, 1)];
  expect(findProcessTree(10, rows).map(({ pid }) => pid)).toEqual([10, 11, 12]);
  expect(findProcessTree(10, [row(1, 0)])).toEqual([]);
});

it('reads parent, processor time and memory (bytes) of a process, and nothing of one that has ended', () => {
  const stat = '42 (a (b) c) S 7 42 42 0 -1 4194560 1 2 3 4 100 20 30 5 20 0 11 0 1 2 3';
  expect(parseProcess(42, stat)).toEqual({ pid: 42, parent: 7, cpu: 1550 });
  expect(parseProcess(42, '')).toBeUndefined();
  expect(parseMemory('5600-7ffe [rollup]\nRss:  1852 kB\nPss:   400 kB\nPss_Dirty: 116 kB\n')).toBe(409_600);
  expect(parseMemory('')).toBe(0);
});
