// People's journeys: what somebody comes to do, from sign-in to the end, in both languages, with script and without.

/**
 * Each journey: `{ name, walk }`. `walk({ browser, people, url, language, how })` does it and gives its faults in words;
 * `how` is handed to `browser.newContext`. Pages are filled in with `forms.mjs`, by the names of the fields.
 */
export const JOURNEYS = [];
