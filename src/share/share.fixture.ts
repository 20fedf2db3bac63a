/** A picture and a poster for the tests of what is drawn. */
import type { Poster } from '@/views/share/site-sheets';
import type { PictureCard } from '@/views/share/share-picture';

const url = 'https://example.org/fr/c/pretez-une-langue/';

/** A picture's texts. */
export const cardOf = (title: string): PictureCard => ({
  band: 'lend-a-language',
  above: 'Une campagne',
  title,
  below: 'Ce que l’on en dit, en une phrase ou deux.',
  action: 'Voir ce qui reste à faire',
  service: 'Volontariat en ligne',
  url,
});

/** A poster that says this wherever it can. */
export const posterOf = (text: string, more: Partial<Poster> = {}): Poster => ({
  path: '/share/fr/x.pdf',
  locale: 'fr',
  updated: '2026-11-02',
  paper: 'a4',
  card: { ...cardOf(text), below: text, action: text, service: text, note: text },
  ...more,
});
