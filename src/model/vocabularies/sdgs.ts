/**
 * The Sustainable Development Goals, 1 to 17, as strings, since they stand in addresses.
 * Source: United Nations, resolution A/RES/70/1 (2015). Labels: `src/i18n/strings`, keys `sdg.<id>`.
 */
export const sdgs = [
  '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15', '16', '17',
] as const; // prettier-ignore

export type Sdg = (typeof sdgs)[number];

/** The Millennium Development Goals, 1 to 8 (2000–2015). Labels: `src/i18n/strings`, keys `mdg.<id>`. */
export const mdgs = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;

type Mdg = (typeof mdgs)[number];

/**
 * The goals of 2015 that carry on each goal of 2000, by subject.
 * Source: the subjects of both lists as adopted by the United Nations; the pairing is ours.
 */
export const sdgsOfMdg: Readonly<Record<Mdg, readonly Sdg[]>> = {
  '1': ['1', '2', '8'],
  '2': ['4'],
  '3': ['5', '10'],
  '4': ['3'],
  '5': ['3', '5'],
  '6': ['3'],
  '7': ['6', '7', '11', '12', '13', '14', '15'],
  '8': ['17'],
};

/** The goals of 2000 that a goal of 2015 carries on: `'5' -> ['3', '5']`. Empty for one that was new in 2015. */
export function mdgsOfSdg(sdg: Sdg): Mdg[] {
  return mdgs.filter((mdg) => sdgsOfMdg[mdg].includes(sdg));
}
