/** What an online volunteer does. Labels: `content/i18n`, keys `task.<id>`. */
export const taskTypes = [
  'writing',
  'translation',
  'research',
  'design',
  'web',
  'communication',
  'teaching',
  'project',
  'management',
  'advice',
  'data',
  'coordination',
] as const;

export type TaskType = (typeof taskTypes)[number];
