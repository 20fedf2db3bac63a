/** The types of tasks for online volunteers. Labels: `src/i18n/strings`, keys `task.<id>`. */
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
