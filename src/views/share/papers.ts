/** The papers of what is printed: sizes in points, upright, by ISO 216. The smaller one has the same content, scaled down. */
export const papers = {
  a4: { width: 595.28, height: 841.89 },
  a5: { width: 419.53, height: 595.28 },
} as const;

export type Paper = keyof typeof papers;
