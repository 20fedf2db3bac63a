import { entryId } from '@/model/fields/fields';
import { describe, expect, it } from 'vitest';
import { claimId } from './claim-id';

describe('makeId', () => {
  it('is made of the title, with a number where somebody has it', () => {
    const taken = new Set(['traduire-l-oeuvre']);
    expect(claimId('Traduire l’œuvre', 'x', taken)).toBe('traduire-l-oeuvre-2');
    expect(claimId('Traduire l’œuvre !', 'x', taken)).toBe('traduire-l-oeuvre-3');
  });

  it('is cut between words', () => {
    const title = 'Translate a handbook about wells and pumps into the Hausa of the market';
    expect(claimId(title, 'x', new Set())).toBe('translate-a-handbook-about-wells-and-pumps-into-the-hausa');
    const endless = claimId('x'.repeat(500), 'y', new Set(['x'.repeat(58)]));
    expect(endless).toBe(`${'x'.repeat(58)}-2`);
    expect(entryId.safeParse(endless).success).toBe(true);
  });

  it('is something else where nothing of the title can stand in an id', () => {
    expect(claimId('翻訳する', 'opportunity-7', new Set())).toBe('opportunity-7');
    expect(claimId('', 'opportunity-7', new Set(['opportunity-7']))).toBe('opportunity-7-2');
  });
});
