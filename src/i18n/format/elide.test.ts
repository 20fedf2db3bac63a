import { describe, expect, it } from 'vitest';
import { elideArticles } from './elide';

describe('elide', () => {
  it.each([
    ['Demande un bon niveau de anglais', 'Demande un bon niveau d’anglais'],
    ['des notions de ukrainien', 'des notions d’ukrainien'],
    ['Demande le espagnol comme langue maternelle', 'Demande l’espagnol comme langue maternelle'],
    ['un bon niveau de français', 'un bon niveau de français'],
    ['des notions de haoussa', 'des notions de haoussa'],
    ['des notions de yoruba', 'des notions de yoruba'],
  ])('writes « %s » as « %s »', (sentence, written) => {
    expect(elideArticles('fr', sentence)).toBe(written);
  });

  it('leaves words that only end in “de” or “le”, and other languages, alone', () => {
    expect(elideArticles('fr', 'mode anglais, seule arabe')).toBe('mode anglais, seule arabe');
    expect(elideArticles('es', 'de inglés')).toBe('de inglés');
  });
});
