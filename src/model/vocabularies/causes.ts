/** The causes of organizations and opportunities. Labels: `src/i18n/strings`, keys `cause.<id>`. */
export const causes = [
  'agriculture',
  'children',
  'culture',
  'climate',
  'disability',
  'disaster',
  'inclusion',
  'education',
  'gender',
  'governance',
  'health',
  'housing',
  'migration',
  'peace',
  'technology',
  'water',
] as const;

export type Cause = (typeof causes)[number];
