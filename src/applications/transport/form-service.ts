/** The form service of the site. To use another one, give it a file here and name it below. */
import { formspree } from './formspree';
import type { FormService } from './transport';

export const formService: FormService = formspree;
