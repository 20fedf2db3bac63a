/**
 * Rich text by keyboard. Tab leaves a text: Decap would nest the item of a list by it, and the keyboard would be caught
 * there. A toolbar is one stop of Tab, within which the arrows lead, instead of eight.
 */
import { t } from '../page/language.client';

const toolbars = '[class*="ToolbarContainer"] > div:has(> [class*="StyledToolbarButton"])';

/** The buttons of a toolbar. That of a menu has another one in it, which does the same. */
const buttonsOf = (toolbar: Element) =>
  [...toolbar.querySelectorAll<HTMLElement>('button, [role="button"]')].filter(
    (button) => !button.matches('[role="button"] *'),
  );

/** Those that can be pressed: none while Markdown is written. */
const enabledOf = (toolbar: Element) =>
  buttonsOf(toolbar).filter((button) => !button.matches(':disabled, :has(> :disabled)'));

/** Makes one button a stop of Tab: the one that the arrows led to last, else the first. */
function arrangeToolbar(toolbar: Element, chosen?: HTMLElement): void {
  toolbar.setAttribute('role', 'toolbar');
  toolbar.setAttribute('aria-label', t('Formatting'));
  const enabled = enabledOf(toolbar);
  const stop = chosen ?? enabled.find((button) => button.dataset['stop'] !== undefined) ?? enabled[0];
  for (const button of buttonsOf(toolbar)) {
    button.tabIndex = button === stop ? 0 : -1;
    button.toggleAttribute('data-stop', button === stop);
    const inner = button.querySelector('button');
    if (!inner) continue;
    inner.tabIndex = -1;
    button.setAttribute('aria-label', inner.title);
  }
}

function arrange(): void {
  for (const toolbar of document.querySelectorAll(toolbars)) arrangeToolbar(toolbar);
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  Home: -Infinity,
  End: Infinity,
};

/** Goes to another button of a toolbar, and not beyond its ends. */
function moveInToolbar(toolbar: Element, from: Element, step: number): void {
  const buttons = enabledOf(toolbar);
  const index = buttons.findIndex((button) => button.contains(from)) + step;
  const next = buttons.at(Math.max(0, Math.min(index, buttons.length - 1)));
  if (!next) return;
  arrangeToolbar(toolbar, next);
  next.focus();
}

function listenToKeys(event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof Element) || event.ctrlKey || event.altKey || event.metaKey) return;
  if (key === 'Tab' && target.closest('[data-slate-editor]')) event.stopImmediatePropagation();
  const toolbar = target.closest('[role="toolbar"]');
  const step = steps[key];
  if (!toolbar || step === undefined) return;
  event.preventDefault();
  moveInToolbar(toolbar, target, step);
}

/** Prepares the rich texts that are there, and each that a form adds. */
export function prepareRichTexts(): void {
  new MutationObserver(arrange).observe(document.body, { childList: true, subtree: true });
  arrange();
  addEventListener('keydown', listenToKeys, { capture: true });
}
