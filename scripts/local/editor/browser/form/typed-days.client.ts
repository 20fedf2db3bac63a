/** Lets the year of a day be typed: Decap would take its first digit for 1902, and put that into the field at once. */

/** A day is in a field from the first digit of its year: 0002, 0020, 0203. */
const isHalfTyped = ({ target }: Event) =>
  target instanceof HTMLInputElement && target.type.startsWith('date') && target.value.startsWith('0');

/** Keeps a day from Decap until its year is whole. */
export function waitForYears(): void {
  for (const type of ['input', 'change']) {
    addEventListener(
      type,
      (event) => {
        if (isHalfTyped(event)) event.stopImmediatePropagation();
      },
      { capture: true },
    );
  }
}
