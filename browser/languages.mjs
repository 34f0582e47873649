// The two languages, and where each one's pages are: English at /families, Welsh at /cy/families.

export const LANGUAGES = ['en', 'cy'];

/** What a page's title begins with when a form was not accepted. */
export const ERROR_PREFIX = { en: 'Error:', cy: 'Gwall:' };

export function inLanguage(language, path) {
  return language === 'en' ? path : `/${language}${path}`;
}

export function otherLanguage(language) {
  return language === 'en' ? 'cy' : 'en';
}

/** The same address whether or not it ends in a slash. */
export function plain(path) {
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}
