// What a script in a web application may say: what Chromium 77 of 2019 reads, as docs/operator.md promises.
import globals from 'globals';

const NEWER = [
  ['Object', 'hasOwn', 93],
  ['Object', 'groupBy', 117],
  ['Promise', 'any', 85],
  ['Promise', 'withResolvers', 119],
  ['crypto', 'randomUUID', 92],
  ['AbortSignal', 'timeout', 103],
  ['AbortSignal', 'any', 116],
  ['Array', 'fromAsync', 121]
].map(([object, property, since]) => ({
  object,
  property,
  message: `Chromium ${since}: not in one of 2019.`
}));

const METHODS = {
  replaceAll: 85,
  at: 92,
  replaceChildren: 86,
  findLast: 97,
  findLastIndex: 97,
  toSorted: 110,
  toReversed: 110,
  with: 110,
  checkVisibility: 105,
  showPicker: 99,
  moveBefore: 133,
  isWellFormed: 111
};

const syntax = [
  ...Object.entries(METHODS).map(([name, since]) => ({
    selector: `CallExpression > MemberExpression.callee > Identifier.property[name="${name}"]`,
    message: `${name} is of Chromium ${since}: not in one of 2019.`
  })),
  {
    selector: 'Property[key.name="signal"]',
    message: 'A listener that ends by a signal is of Chromium 90: remove it by hand.'
  },
  {
    selector: 'Literal[value=/:(has|is|where|focus-visible|modal)\\b/]',
    message: 'This selector is newer than Chromium 77, which refuses the whole of it.'
  },
  { selector: 'MemberExpression[property.name="innerHTML"]', message: 'Build elements: see element.js.' },
  {
    selector: 'ImportDeclaration[specifiers.0.type="ImportNamespaceSpecifier"], ExportAllDeclaration',
    message: 'EngineScripts puts modules into one file and reads names only.'
  },
  {
    selector: 'ExportNamedDeclaration > VariableDeclaration[kind="let"]',
    message: 'EngineScripts hands over values.'
  }
];

const INSIDES = [
  '__k',
  '_getState',
  '_getSubmitData',
  '_update',
  'isolateScope',
  'applyAsync',
  'broadcast',
  'getService'
].map(name => ({
  selector: `MemberExpression > Identifier.property[name=/^\\$?\\$?${name}$/]`,
  message: 'The insides of Camunda and form-js are reached in engine-insides.js alone.'
}));

const rules = {
  'no-undef': 'error',
  'no-unused-vars': ['error', { args: 'none', caughtErrors: 'none' }],
  'no-var': 'error',
  'prefer-const': 'error',
  eqeqeq: 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-shadow-restricted-names': 'error',
  'no-redeclare': 'error',
  'no-unreachable': 'error',
  'no-fallthrough': 'error',
  'no-dupe-keys': 'error',
  'max-lines': ['error', 250],
  'no-restricted-properties': ['error', ...NEWER],
  'no-restricted-syntax': ['error', ...syntax, ...INSIDES],
  'no-restricted-globals': ['error', 'structuredClone', 'scheduler', 'navigation']
};

export default [
  {
    ignores: ['**/node_modules/**']
  },
  {
    files: ['src/main/**/*.js'],
    languageOptions: { ecmaVersion: 2019, sourceType: 'module', globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules
  },
  {
    files: ['**/static/rectify/engine-insides.js'],
    rules: { 'no-restricted-syntax': ['error', ...syntax] }
  },
  {
    // loaded before any module
    files: ['**/first-words.js', '**/late-modules.js', '**/keep-place.js', '**/city.js'],
    languageOptions: {
      ecmaVersion: 2019,
      sourceType: 'script',
      globals: { ...globals.browser, htmx: 'readonly' }
    },
    rules: { 'no-var': 'off', 'prefer-const': 'off' }
  },
  {
    files: ['src/test/js/**'],
    languageOptions: { ecmaVersion: 2024, sourceType: 'module', globals: globals.node },
    rules: { 'no-restricted-syntax': 'off', 'no-restricted-properties': 'off' }
  }
];
