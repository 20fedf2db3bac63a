/** The papers and the tones of what is printed. */

/** Sizes in points, upright: ISO 216. The smaller one has the same content, scaled down. */
export const papers = {
  a4: { width: 595.28, height: 841.89 },
  a5: { width: 419.53, height: 595.28 },
} as const;

export type Paper = keyof typeof papers;

/** For a colour printer, and for a copier. */
export const tones = ['colour', 'grey'] as const;

export type Tone = (typeof tones)[number];
