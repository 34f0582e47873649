// The pages that are looked at, each in its main role.

/**
 * `path` in English; `{id}` is taken from the first link of `from` that has its shape.
 * `role` is who looks, as `susd demo --json` names roles; nothing is the public.
 * `form`: sent empty, it must come back and say what is missing.
 */
export const PAGES = [
  { path: '/' },
  { path: '/sign-in' },
  { path: '/help' },
  { path: '/accessibility' },
  { path: '/privacy' },
  { path: '/what-we-do-not-do' },
  { path: '/', role: 'programme_manager' },
  { path: '/referrals', role: 'programme_manager' },
  { path: '/referrals/new', role: 'family_worker', form: true },
  { path: '/referrals/{id}', role: 'programme_manager', from: '/referrals' },
  { path: '/waiting', role: 'programme_manager' },
  { path: '/families', role: 'programme_manager' },
  { path: '/families/{id}', role: 'programme_manager', from: '/families' },
  { path: '/families/{id}/history', role: 'programme_manager', from: '/families' },
  { path: '/families/{id}/looked', role: 'programme_manager', from: '/families' },
  { path: '/search?q=jones', role: 'programme_manager' },
  { path: '/account', role: 'family_worker' },
  { path: '/account/acts', role: 'family_worker' },
  { path: '/account/email', role: 'family_worker' },
  { path: '/account/language', role: 'family_worker' },
  { path: '/account/password', role: 'family_worker', form: true },
  { path: '/account/passkeys', role: 'family_worker' },
  { path: '/account/app', role: 'family_worker', form: true },
  { path: '/account/tokens', role: 'family_worker', form: true },
  { path: '/sign-in/again', role: 'family_worker' },
  { path: '/sign-out' },
  { path: '/referrals/{id}/entry', role: 'programme_manager', from: '/waiting', form: true },
  { path: '/referrals/{id}/decide', role: 'programme_manager', from: '/referrals', form: true },
  { path: '/referrals/{id}/withdraw', role: 'family_worker', from: '/referrals', form: true },
  { path: '/people', role: 'administrator' },
  { path: '/people/new', role: 'administrator', form: true },
  { path: '/people/{id}', role: 'administrator', from: '/people' },
  { path: '/people/{id}/contact', role: 'administrator', from: '/people' },
  { path: '/people/{id}/roles/new', role: 'administrator', from: '/people', form: true },
  { path: '/people/{id}/link', role: 'administrator', from: '/people' },
  { path: '/agreements', role: 'programme_manager' },
  { path: '/agreements/{id}', role: 'administrator', from: '/agreements' },
  { path: '/agreements/{id}/new', role: 'administrator', from: '/agreements', form: true },
  { path: '/break-glass', role: 'safeguarding_lead' },
  { path: '/break-glass/ask', role: 'family_worker', form: true },
  { path: '/words', role: 'programme_manager' },
  { path: '/journal', role: 'auditor' },
];

/** Every role's own first page is looked at too. */
export const HOME = '/';
