/** Moves the focus to the first control of a part of the page, once it is drawn: a button that goes away would lose it. */
export function focusFirst(part: Element | null | undefined): void {
  requestAnimationFrame(() => {
    part
      ?.querySelector<HTMLElement>(
        ':is(input, select, textarea, [role=option]):not(:disabled, [tabindex="-1"])',
      )
      ?.focus();
  });
}
