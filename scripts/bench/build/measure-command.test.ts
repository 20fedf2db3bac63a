import { describe, expect, it } from 'vitest';
import { measureCommand, findPeakMemory } from './measure-command';
import { canReadProcesses } from './process-tree';

const script = (code: string) => ({ file: process.execPath, args: ['-e', code], env: process.env });

describe('measure', () => {
  it('hears whole lines of both outputs, and the exit code', async () => {
    const heard: string[] = [];
    const code = 'process.stdout.write("one\\ntw"); process.stdout.write("o"); process.exitCode = 3';
    const { exitCode, lines, duration } = await measureCommand(script(code), ({ text }) => heard.push(text));
    expect(exitCode).toBe(3);
    expect(heard).toEqual(['one', 'two']);
    expect(lines.every(({ at }) => at >= 0 && at <= duration)).toBe(true);
  });

  it.runIf(canReadProcesses)('counts the memory of what the command starts', async () => {
    const child = 'const held = Buffer.alloc(120e6, 1); setTimeout(() => held.length, 900)';
    const code = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(child)}])`;
    const { samples } = await measureCommand(script(code), () => undefined);
    expect(findPeakMemory(samples)).toBeGreaterThan(120e6);
  });
});

it('the peak is the largest from one instant to before another', () => {
  const samples = [0, 1, 2, 3].map((at) => ({ at, memory: at * 10 }));
  expect(findPeakMemory(samples)).toBe(30);
  expect(findPeakMemory(samples, 1, 3)).toBe(20);
  expect(findPeakMemory(samples, 9)).toBeUndefined();
});
