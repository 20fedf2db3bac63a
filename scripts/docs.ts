/** `npm run docs -- <name>`: writes the parts of the documents that come from the program. */
import { runSubcommand } from './subcommand';

const help = `npm run docs -- <name>

  applications  the states of an application
  commands      the commands for operators
  config        the variables, and .env.example
  hosting       the headers and nginx sections
  model         the reference of the content model
  pictures      the pictures of the editors' guides and of README

  npm run docs -- <name> --help tells more of each.
`;

await runSubcommand(help, {
  applications: () => import('./docs-applications'),
  commands: () => import('./docs-commands'),
  config: () => import('./docs-config'),
  hosting: () => import('./docs-hosting'),
  model: () => import('./docs-model'),
  pictures: () => import('./docs-pictures'),
});
