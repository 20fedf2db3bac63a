import { describe, expect, it } from 'vitest';
import { measure, peakOf } from './measure';
import { canSeeProcesses } from './process-tree';

const script = (code: string) => ({ file: process.execPath, args: ['-e', code], env: process.env });

describe('measure', () => {
  it('hears whole lines of both outputs, and the exit code', async () => {
    const heard: string[] = [];
    const code = 'process.stdout.write("one\\ntw"); process.stdout.write("o"); process.exitCode = 3';
    const { exitCode, lines, duration } = await measure(script(code), ({ text }) => heard.push(text));
    expect(exitCode).toBe(3);
    expect(heard).toEqual(['one', 'two']);
    expect(lines.every(({ at }) => at >= 0 && at <= duration)).toBe(true);
  });

  it.runIf(canSeeProcesses)('counts the memory of what the command starts', async () => {
    const child = 'const held = Buffer.alloc(120e6, 1); setTimeout(() => held.length, 900)';
    const code = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(child)}])`;
    const { samples } = await measure(script(code), () => undefined);
    expect(peakOf(samples)).toBeGreaterThan(120e6);
  });
});

describe('peakOf', () => {
  it('is the largest from one instant to before another', () => {
    const samples = [0, 1, 2, 3].map((at) => ({ at, memory: at * 10 }));
    expect(peakOf(samples)).toBe(30);
    expect(peakOf(samples, 1, 3)).toBe(20);
    expect(peakOf(samples, 9)).toBeUndefined();
  });
});
