/**
 * Skills that an opportunity can ask for and that a visitor can say they have.
 * A list of ids rather than free text, so that they match across languages and on the device.
 * Labels: `src/i18n/strings`, keys `skill.<id>`.
 */
export const skills = [
  'accounting',
  'agronomy',
  'copy-editing',
  'creative-writing',
  'curriculum-design',
  'data-analysis',
  'data-entry',
  'databases',
  'desktop-publishing',
  'engineering',
  'environmental-science',
  'facilitation',
  'fundraising-research',
  'graphic-design',
  'illustration',
  'interpreting',
  'journalism',
  'law',
  'library-research',
  'literature-review',
  'logistics',
  'mapping',
  'marketing',
  'medicine',
  'mentoring',
  'monitoring-evaluation',
  'nutrition',
  'people-management',
  'photo-editing',
  'plain-language',
  'programming',
  'project-planning',
  'proofreading',
  'proposal-writing',
  'psychology',
  'public-health',
  'sign-language',
  'social-media',
  'sound-editing',
  'spreadsheets',
  'statistics',
  'strategic-planning',
  'subtitling',
  'survey-design',
  'teaching-languages',
  'teaching-science',
  'technical-writing',
  'terminology',
  'translation',
  'user-testing',
  'video-editing',
  'water-engineering',
  'web-accessibility',
  'web-design',
  'wordpress',
] as const;

export type Skill = (typeof skills)[number];

/** Levels of a skill, lowest first. Labels: keys `skillLevel.<id>`. */
export const skillLevels = ['some', 'solid', 'expert'] as const;

export type SkillLevel = (typeof skillLevels)[number];
