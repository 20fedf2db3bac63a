/** Extra behaviour of the forms for the editors: explains a "no", fills in the reported page, and checks a proposal. */
import { explainNoAnswers } from './explain-no-answer.client';

const form = document.querySelector<HTMLFormElement>('.message form');

/** Fills in the page that the visitor came from, as its link says; only pages of this site. */
function fillInPage(field: HTMLInputElement): void {
  const about = new URLSearchParams(location.search).get('about') ?? '';
  if (!/^\/[\w.~%/-]+$/.test(about) || about.startsWith('//') || field.value !== '') return;
  field.value = new URL(about, location.origin).href;
}

if (form) {
  explainNoAnswers(form);
  const page = form.querySelector<HTMLInputElement>('[name=about_page]');
  if (page) fillInPage(page);
  const proposal = document.querySelector<HTMLElement>('[data-proposal]');
  if (proposal) {
    import('./watch-proposal.client')
      .then(({ watchProposal }) => watchProposal(form, proposal))
      // The form works without it.
      .catch(() => {});
  }
}
