/** Closes the menu with Escape; it opens and closes without this too. */
const menu = document.querySelector<HTMLDetailsElement>('.menu');

menu?.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});
