/** How results are ranked. Shared between the index, which has the fields, and the browser, which weighs them. */

/** Fields of a document beside its text. */
export type MetaField = 'title' | 'shown' | 'organization' | 'summary' | 'words';

/** What a hit in each field is worth beside one in the text, which counts 1. */
export const metaWeights: Readonly<Record<MetaField, number>> = {
  title: 5,
  organization: 3,
  summary: 2,
  words: 1.5,
  shown: 0,
};
