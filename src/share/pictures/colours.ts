/** The colours of pictures: those of the light pages (`src/styles/tokens.css`); a test compares them. */
export const colours = {
  ground: '#fff',
  ink: '#221c46',
  'ink-2': '#4a4570',
  marigold: '#f2a516',
  leaf: '#1f7a4d',
  hibiscus: '#c2255c',
  sky: '#2b7fc4',
} as const;
