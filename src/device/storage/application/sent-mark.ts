/** The end of the thank-you page's address after something was sent of which the tab knows nothing. */
export const sentMark = '#sent';
