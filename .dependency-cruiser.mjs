// Who may import whom: docs/style.md section 2. tests/architecture.test.ts plants violations to prove that each rule bites.

/** Layers of src/ from the ground up. A folder imports only folders of lower layers, and those only through their index.ts. */
const layers = [
  ['foundation'],
  ['portal'],
  ['search', 'statistics'],
  ['registers'],
  ['identifiers', 'bodies'],
  ['people'],
  ['access'],
  ['rulebook', 'documents', 'notices'],
  ['cases'],
  ['consultations', 'ballots'],
  ['standards'],
  ['projects', 'filings'],
  ['programmes', 'calls', 'implementation', 'international'],
  ['policies'],
  ['reports'],
  ['simulation'],
];

const layerRules = layers.map((folders, level) => ({
  name: `layer-${folders.join('-')}`,
  comment: 'A folder imports only from folders below it.',
  severity: 'error',
  from: { path: `^src/(${folders.join('|')})/`, pathNot: '\\.test\\.tsx?$' },
  to: {
    path: '^src/',
    pathNot: [
      '^src/$1/',
      ...layers.slice(0, level).map((lower) => `^src/(${lower.join('|')})/index\\.ts$`),
      // The ground floor is entered file by file: it is one library, not a domain.
      ...(level > 0 ? ['^src/foundation/', '^src/portal/'] : []),
    ],
  },
}));

export default {
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'packages-are-pure',
      severity: 'error',
      from: { path: '^packages/[^/]+/src', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'packages-do-not-import-the-server',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^src/' },
    },
    {
      name: 'models-know-no-database-http-or-jsx',
      severity: 'error',
      from: { path: '^src/[^/]+/(model|events)\\.ts$' },
      to: { path: ['^src/foundation/(database|http)', 'node_modules/(kysely|pg|hono)/'] },
    },
    ...layerRules,
  ],
};
