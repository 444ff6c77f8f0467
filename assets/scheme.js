// Zendesk writes its colour scheme into the address. Before anything is drawn, so that a dark workspace never flashes white.
const scheme = new URLSearchParams(location.search).get('colorScheme')
if (scheme === 'light' || scheme === 'dark') document.querySelector('meta[name=color-scheme]').content = scheme
