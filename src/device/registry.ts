/**
 * Everything that the site keeps on a visitor's device. The privacy page lists it with a way to delete each; what isn't
 * here isn't kept. Words for each are in `content/i18n` (`kept.<id>`).
 */
import { appliedStore } from './applied';
import { fitKey } from './fit-mark';
import { savedStore } from './saved';

export const registry = [
  { id: 'saved', key: savedStore.key },
  { id: 'applied', key: appliedStore.key },
  { id: 'fit', key: fitKey },
] as const;

/** What is kept for reading without a connection is in the browser's caches, whose names begin as keys do. */
export const pages = { id: 'pages', key: 'caches' } as const;

/** Every key of ours begins so. */
export const prefix = 'ov:';
