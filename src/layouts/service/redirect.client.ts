/** Takes what follows the address along, which the redirect of the page itself would leave behind. */
const { search, hash } = location;
const link = document.querySelector<HTMLAnchorElement>('main a');
if (link && search + hash !== '') location.replace(link.href + search + hash);
