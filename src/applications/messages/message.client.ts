/** What a form for the editors does besides: it explains a no, knows the page one came from, and looks at a proposal. */
import { takeNo } from './explain-no.client';

const form = document.querySelector<HTMLFormElement>('.message form');

/** The page that somebody came from to tell of it, as its link says; only one of this site. */
function fillInPage(field: HTMLInputElement): void {
  const about = new URLSearchParams(location.search).get('about') ?? '';
  if (!/^\/[\w.~%/-]+$/.test(about) || about.startsWith('//') || field.value !== '') return;
  field.value = new URL(about, location.origin).href;
}

if (form) {
  takeNo(form);
  const page = form.querySelector<HTMLInputElement>('[name=about_page]');
  if (page) fillInPage(page);
  const proposal = document.querySelector<HTMLElement>('[data-proposal]');
  if (proposal) {
    import('./proposal.client')
      .then(({ followProposal }) => followProposal(form, proposal))
      // The form works without.
      .catch(() => {});
  }
}
