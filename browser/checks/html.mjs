// html-validate on the bytes the server sent, not on what the browser made of them.
import { HtmlValidate } from 'html-validate';

const VALIDATOR = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Ways of writing that are all valid HTML: a button sends its form and an input takes text unless they say otherwise.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-implicit-button-type': 'off',
    'no-implicit-input-type': 'off',
    'no-trailing-whitespace': 'off',
    'tel-non-breaking': 'off',
    'void-style': 'off',
    // A title names the page and the person's place in it; it is as long as that takes.
    'long-title': 'off',
    // Ids are made from field names, which hold underscores.
    'valid-id': ['error', { relaxed: true }],
    // The boxes of one question share its name, and so do buttons that do one thing to several.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    // Only other hosts need a hash, and there are none.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
});

export async function html({ html }) {
  const { results } = await VALIDATOR.validateString(html);
  return results.flatMap(({ messages }) => messages).map(
    ({ line, column, ruleId, message }) => `line ${line}:${column} ${message} [${ruleId}]`,
  );
}
