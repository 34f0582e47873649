// Every check of a page, in the order they are made. Each gives its faults in words; none when it held.
import { axe } from './axe.mjs';
import { answered, language, oneHeading, otherLanguageLinked } from './head.mjs';
import { html } from './html.mjs';
import { keyboard } from './keyboard.mjs';
import { narrow } from './narrow.mjs';
import { noComplaint, nowhereElse, weight } from './traffic.mjs';

/** What a page is checked for, seen with script, once. The order matters: the keyboard first, the narrow screen last. */
export const CHECKS = [
  ['answers where it was asked', answered],
  ['one h1, one title', oneHeading],
  ['says its language', language],
  ['links to the other language', otherLanguageLinked],
  ['valid HTML', html],
  ['keyboard', keyboard],
  ['accessible', axe],
  ['light', weight],
  ['asks nobody else', nowhereElse],
  ['nothing in the console', noComplaint],
  ['320 px', narrow],
];
