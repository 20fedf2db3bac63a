/** The questions of each form for the editors, as data. Those of a proposal and a registration are the model's. */
import type { MessageForm } from '@/i18n/routes';
import { languageLevels, workLanguages } from '@/model/vocabularies/languages';
import { taskTypes } from '@/model/vocabularies/task-types';
import * as q from '../form/questions';
import { modelQuestions } from './model-questions';

/** The headings are `message.section.<id>`. */
interface MessageSection {
  readonly id: 'you' | 'eligible' | 'organization' | 'task' | 'frame' | 'matter' | 'can' | 'end';
  readonly fields: readonly q.FormQuestion[];
}

const optional = { required: false } as const;
const tasks = { labels: 'task', ids: taskTypes };
const reasons = { labels: 'message.reason', ids: ['money', 'conduct', 'unfair', 'false', 'other'] };

const you: MessageSection = { id: 'you', fields: [q.name, q.email] };
const optionalEmail = { ...q.email, ...optional, key: 'message.optional_email' };
const page = q.line('about_page', 500, { type: 'url' });
const agree = q.agree('message.agree');
const other = q.text('other', 3000, optional);
const end: MessageSection = { id: 'end', fields: [agree] };

/** The questions about an opportunity: in the language of the form, or the others. */
const proposed = (isLocalized: boolean) =>
  modelQuestions(
    'opportunity',
    (field) => field.path !== 'organization' && field.isLocalized === isLocalized,
  );

/** The sections of each form. Limits are the model's. */
export const messageSections: Readonly<Record<MessageForm, readonly MessageSection[]>> = {
  register: [
    {
      id: 'eligible',
      fields: ['eligible_kind', 'eligible_registered', 'eligible_benefit', 'eligible_answers'].map((name) =>
        q.choice(name, q.yesNo),
      ),
    },
    { id: 'organization', fields: modelQuestions('organization') },
    { id: 'you', fields: [q.name, q.email, other] },
    end,
  ],
  propose: [
    {
      id: 'you',
      fields: [...modelQuestions('opportunity', ({ path }) => path === 'organization'), q.name, q.email],
    },
    { id: 'task', fields: proposed(true) },
    { id: 'frame', fields: proposed(false) },
    { id: 'end', fields: [other, agree] },
  ],
  write: [you, { id: 'matter', fields: [q.text('message', 6000, { min: 10 })] }, end],
  report: [
    {
      id: 'matter',
      fields: [page, q.choice('reason', reasons), q.text('what', 6000, { min: 10 }), optionalEmail],
    },
    end,
  ],
  correct: [
    {
      id: 'matter',
      fields: [page, q.text('wrong', 2000, optional), q.text('right', 4000, { min: 3 }), optionalEmail],
    },
    end,
  ],
  join: [
    you,
    {
      id: 'can',
      fields: [
        q.choice('task_type', tasks, { key: 'message.taskType' }),
        q.choice('task_type_2', tasks, { ...optional, key: 'message.taskType2' }),
        q.choice('language_1', { labels: 'language', ids: workLanguages }, { key: 'message.language1' }),
        q.choice('level_1', { labels: 'level', ids: languageLevels }, { key: 'message.level1' }),
        q.otherLanguages,
        q.availability,
        other,
      ],
    },
    end,
  ],
};
