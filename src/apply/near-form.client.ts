/** Loads the form's code when a visitor comes near the form; who only reads doesn't pay for it. */
const near = '600px';

const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue;
      observer.unobserve(target);
      // Where it can't be loaded, the plain form in the page works as it is.
      import('./revive-form.client').then(({ revive }) => revive(target)).catch(() => {});
    }
  },
  { rootMargin: near },
);

for (const form of document.querySelectorAll('[data-form]')) observer.observe(form);
