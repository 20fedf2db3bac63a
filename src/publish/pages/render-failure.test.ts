import { describe, expect, it } from 'vitest';
import { describeFailure } from '../failure';
import { explainRenderFailure } from './render-failure';

const failed = 'The pages could not be rendered; nothing was published.';

describe('pages that could not be rendered', () => {
  it.each([
    [
      ['[build] ✓ Completed', 'ENOSPC: no space left on device, write', '  Stack trace:', '    at writeFile'],
      'Free some space',
    ],
    [["Error: EACCES: permission denied, mkdir '/srv/site'"], 'Give this user permission'],
    [
      ['FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'],
      'There was not enough memory.',
    ],
  ])('are told of in our words: %j', (output, words) => {
    const told = describeFailure(explainRenderFailure({ output, signal: null }));
    expect(told).toContain(failed);
    expect(told).toContain(words);
    expect(told).not.toContain('writeFile');
  });

  it('are told of in Astro’s words where it is about code', () => {
    const output = ["ENOENT: no such file or directory, open 'x'", 'Out of paper'];
    expect(describeFailure(explainRenderFailure({ output, signal: null }))).toBe(
      `${failed} Astro said:\n${output.join('\n')}`,
    );
  });
});
