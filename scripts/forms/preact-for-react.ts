/** Aliases that put Preact in React's place in bundles of forms, as on the site (docs/decisions/0003-preact-at-runtime.md). */
export const preactForReact = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
};
