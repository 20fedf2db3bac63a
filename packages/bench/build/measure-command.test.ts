import { describe, expect, it } from 'vitest';
import { findPeakMemory, measureCommand } from './measure-command';
import { canReadProcesses } from './process-tree';

const script = (code: string) => ({ file: process.execPath, args: ['-e', code] });

describe('measure', () => {
  it('hears whole lines of both outputs', async () => {
    const heard: string[] = [];
    const code = 'process.stdout.write("one\\ntw"); process.stdout.write("o")';
    const { lines, duration } = await measureCommand(script(code), process.env, ({ text }) =>
      heard.push(text),
    );
    expect(heard).toEqual(['one', 'two']);
    expect(lines.every(({ at }) => at >= 0 && at <= duration)).toBe(true);
  });

  it('says what a command said that failed', async () => {
    const code = 'console.error("no room"); process.exitCode = 3';
    await expect(measureCommand(script(code), process.env)).rejects.toThrow('failed. It said:\nno room');
  });

  it.runIf(canReadProcesses)('counts the memory of what the command starts', async () => {
    const child = 'const held = Buffer.alloc(120e6, 1); setTimeout(() => held.length, 900)';
    const code = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(child)}])`;
    expect(findPeakMemory(await measureCommand(script(code), process.env))).toBeGreaterThan(120e6);
  });
});
