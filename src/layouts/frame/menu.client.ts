/** Closes the menu with Escape, or with a press beside it; it opens and closes without this too. */
const menu = document.querySelector<HTMLDetailsElement>('.menu');

menu?.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});

document.addEventListener('click', ({ target }) => {
  if (menu?.open && target instanceof Node && !menu.contains(target)) menu.open = false;
});
