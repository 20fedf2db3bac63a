import { describe, expect, it } from 'vitest';
import { removeRepeats } from './remove-repeats';

describe('withoutRepeats', () => {
  it('keeps the first of what is the same, and names the others by their places', () => {
    const { fields, findings } = removeRepeats({
      taskTypes: ['writing', 'data', 'writing', 'writing'],
      languages: [
        { language: 'fr', level: 'good' },
        { language: 'fr', level: 'basic' },
        { language: 'fr', level: 'good' },
      ],
      status: 'open',
    });
    expect(fields).toEqual({
      taskTypes: ['writing', 'data'],
      languages: [
        { language: 'fr', level: 'good' },
        { language: 'fr', level: 'basic' },
      ],
      status: 'open',
    });
    expect(findings.map(({ field, severity }) => [field, severity])).toEqual([
      ['taskTypes.2', 'warns'],
      ['taskTypes.3', 'warns'],
      ['languages.2', 'warns'],
    ]);
  });
});
