/** What a page says of an application, from its texts alone, told at the moment in which it changes. */
import type { BrowserContext } from '@playwright/test';
import type { Translate } from '../../src/i18n/translate';

/** From what says least to what says most. `waiting`: saved, to be sent. */
export const sayings = ['nothing', 'draft', 'sending', 'waiting', 'sent'] as const;

export type Saying = (typeof sayings)[number];

/** What stands in the form, by the names of its fields. */
export type PageAnswers = Readonly<Record<string, string>>;

export interface PageMessage {
  readonly what: Saying;
  /** What stood in the form then. */
  readonly answers: PageAnswers;
}

/** The words in which it is said, up to their first gap. */
function signsOf(t: Translate): Readonly<Record<Exclude<Saying, 'nothing'>, readonly string[]>> {
  const start = (text: string) => text.split('§')[0] ?? '';
  return {
    sent: [
      t('apply.sent'),
      start(t('apply.arrived', { time: '§', id: '§' })),
      start(t('apply.earlier', { time: '§', id: '§' })),
    ],
    waiting: [
      t('apply.offline'),
      t('apply.keptAndTried'),
      start(t('apply.pending.waiting', { time: '§' })),
      start(t('apply.pending.unconfirmed', { time: '§' })),
    ],
    sending: [t('apply.sending'), start(t('apply.pending.sending', { time: '§' }))],
    draft: [start(t('apply.draft.kept', { time: '§' }))],
  };
}

/** Calls `tell` whenever a page of the context says something else than before, and `pressed` at a press on Send. */
export async function watchSayings(
  context: BrowserContext,
  t: Translate,
  tell: (said: PageMessage) => void,
  pressed: () => void,
): Promise<void> {
  await context.exposeBinding('tellSaying', (_, said: PageMessage) => tell(said));
  await context.exposeBinding('tellPress', pressed);
  await context.addInitScript(
    ({ signs, thanks }) => {
      let last = '';
      const page = globalThis as unknown as {
        readonly tellSaying: (said: unknown) => void;
        readonly tellPress: () => void;
      };
      addEventListener(
        'click',
        ({ target }) => {
          if ((target as Element).matches('#apply form > button[type=submit]')) page.tellPress();
        },
        true,
      );
      // Without a name: what runs the harness would wrap a function that has one in code of its own.
      new MutationObserver(() => {
        const form = document.querySelector<HTMLFormElement>('#apply form');
        const text = form?.textContent ?? '';
        const isThanks = document.querySelector('h1')?.textContent.trim() === thanks;
        const found = Object.entries(signs).find(([, all]) => all.some((sign) => text.includes(sign)));
        const what = isThanks ? 'sent' : (found?.[0] ?? 'nothing');
        if (what === last || (!form && !isThanks)) return;
        last = what;
        const answers = form
          ? Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === 'string'))
          : {};
        page.tellSaying({ what, answers });
      }).observe(document, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    },
    { signs: signsOf(t), thanks: t('thanks.title') },
  );
}
