// Who may import whom: the table of ARCHITECTURE.md as rules. Tests may import what they need to build a world.
const whoMayUseWhom = require('./tools/who-may-use-whom.json')

const capability = '^src/capabilities/([^/]+)/'
const tests = '[.](test|probe|test-support|fixture|examples)[.]tsx?$'
/** A command, a type or a helper of a capability: a plain `.ts` without a kind in its name, and not its front door. */
const command = '^src/capabilities/.+/[^./]+[.]ts$'
const doors = '/(index|routes)[.]tsx?$'
const packages = '^(node_modules/|node:)|^[a-z_]+$'
const server = '^src/platform/(db|http|files|mail|jobs|pdf|log|config|embedded-postgres|text-extraction|metrics)(/|[.])'

/** A rule for one kind of file. Types are looked through: a page may name the type of a row without asking for it. */
function never(name, from, to, comment) {
  return {
    name,
    severity: 'error',
    comment,
    from: { path: from, pathNot: from === command ? [tests, doors] : tests },
    to: { ...to, dependencyTypesNot: ['type-only'] },
  }
}

const kinds = [
  never(
    'rules-are-pure',
    `${capability}.*[.]rules[.]ts$`,
    {
      pathNot:
        '^src/capabilities/$1/.*[.]rules[.]ts$|^src/platform/(outcome|calendar)(/|[.])|^src/capabilities/[^/]+/index[.]ts$|^src/rich-text/index[.]ts$',
    },
    'A rule decides from facts it is given: no package, no database, no clock.',
  ),
  never(
    'forms-only-read-fields',
    `${capability}.*[.]form[.]tsx?$`,
    { path: `${server}|[.](queries|page)[.]tsx?$|routes[.]tsx?$|^node_modules/(?!zod/)` },
    'A form turns untrusted fields into a request, and knows nothing else.',
  ),
  never(
    'queries-only-ask',
    `${capability}.*[.]queries[.]ts$`,
    {
      path: '^src/(ui|islands)/|^src/platform/http|[.](rules|page|form|text)[.]tsx?$|routes[.]tsx?$|^node_modules/(fastify|preact)',
    },
    'All the SQL of the capability and nothing but.',
  ),
  never(
    'commands-know-no-web',
    command,
    {
      path: '^src/(ui|islands)/|^src/platform/http|[.](page|form)[.]tsx?$|routes[.]tsx?$|^node_modules/(fastify|preact)',
    },
    'A command is the same for page, API and job.',
  ),
  never(
    'pages-only-show',
    `${capability}.*[.]page[.]tsx$`,
    { path: `${server}|[.]queries[.]ts$|routes[.]tsx?$` },
    'A page is its props, shown.',
  ),
  never(
    'routes-ask-commands',
    `${capability}.*routes[.]tsx?$`,
    { path: '[.]queries[.]ts$|^src/platform/db(/|[.])' },
    'A handler reads, asks, answers; it never touches the database itself.',
  ),
  never(
    'views-only-read-and-show',
    `${capability}.*[.]view[.]tsx?$`,
    { path: '^src/platform/(db|jobs|files|mail)(/|[.])' },
    'What several handlers answer with: own queries read, a page shown, nothing changed.',
  ),
]

const parts = [
  {
    name: 'only-through-the-front-door',
    severity: 'error',
    comment: 'Another capability is used through its index.ts.',
    from: { path: capability, pathNot: tests },
    to: { path: '^src/capabilities/', pathNot: '^src/capabilities/($1/|[^/]+/index[.]ts$)' },
  },
  {
    name: 'the-application-uses-front-doors',
    severity: 'error',
    from: { path: '^src/[^/]+[.]tsx?$', pathNot: tests },
    to: { path: '^src/capabilities/', pathNot: '^src/capabilities/[^/]+/index[.]ts$' },
  },
  ...Object.entries(whoMayUseWhom).map(([name, allowed]) => ({
    name: `what-${name}-may-use`,
    severity: 'error',
    comment: `tools/who-may-use-whom.json lets ${name} use: ${allowed.join(', ') || 'nobody'}.`,
    from: { path: `^src/capabilities/${name}/`, pathNot: tests },
    to: { path: '^src/capabilities/', pathNot: `^src/capabilities/(${[name, ...allowed].join('|')})/` },
  })),
  {
    name: 'capabilities-are-listed',
    severity: 'error',
    comment: 'A new capability gets its row in tools/who-may-use-whom.json.',
    from: { path: `^src/capabilities/(?!(${Object.keys(whoMayUseWhom).join('|')})/)` },
    to: {},
  },
  {
    name: 'capabilities-do-not-know-the-application',
    severity: 'error',
    from: { path: capability, pathNot: tests },
    to: { path: '^src/[^/]+[.]tsx?$' },
  },
  {
    name: 'platform-and-ui-know-no-capability',
    severity: 'error',
    from: { path: '^src/(platform|ui|rich-text|islands)/', pathNot: tests },
    to: { path: '^src/(capabilities/|[^/]+[.]tsx?$)' },
  },
  {
    name: 'ui-asks-nothing',
    severity: 'error',
    from: { path: '^src/ui/', pathNot: tests },
    to: { path: server, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'islands-live-in-the-browser',
    severity: 'error',
    from: { path: '^src/islands/', pathNot: tests },
    to: {
      path: `^src/(platform|ui|capabilities)/|^node:|${packages}`,
      pathNot: '^node_modules/(prosemirror-|htmx|orderedmap|w3c-keyname|rope-sequence)',
    },
  },
  {
    name: 'rich-text-is-shared',
    severity: 'error',
    comment: 'The schema of documents runs on the server and in the browser: only prosemirror packages.',
    from: { path: '^src/rich-text/', pathNot: `${tests}|/arbitrary-` },
    to: { pathNot: '^src/rich-text/|^node_modules/prosemirror-' },
  },
  {
    name: 'product-code-needs-no-test-tools',
    severity: 'error',
    from: { path: '^src/', pathNot: `${tests}|/arbitrary-` },
    to: { path: '^(test|tools|bench)/|[.](test|probe|test-support|fixture)[.]tsx?$' },
  },
  {
    name: 'no-cycle',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-unresolved',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
]

module.exports = {
  forbidden: [...kinds, ...parts],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Packages are known by where they are named from, also where the folder of packages is a link.
    preserveSymlinks: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
