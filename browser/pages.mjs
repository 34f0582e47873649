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
  { path: '/people', role: 'administrator' },
  { path: '/people/new', role: 'administrator', form: true },
  { path: '/people/{id}', role: 'administrator', from: '/people' },
  { path: '/agreements', role: 'programme_manager' },
  { path: '/break-glass', role: 'safeguarding_lead' },
  { path: '/words', role: 'programme_manager' },
  { path: '/journal', role: 'auditor' },
];

/** Every role's own first page is looked at too. */
export const HOME = '/';
