import { parseSync } from 'vite'

/**
 * Every module a source file names: imports, re-exports, `import()`, `require`, types by `import('…')`.
 * @param {string} file its name decides the dialect (.ts, .tsx, .mjs)
 * @param {string} code
 * @returns {{name: string | null, line: number, typeOnly: boolean}[]} `name` is null where it is computed
 */
export function importsOf(file, code) {
  const { program, errors } = parseSync(file, code)
  const fatal = errors.find((error) => error.severity === 'Error')
  if (fatal) throw new Error(`${file}: ${fatal.message}`)
  const found = []
  visit(program, (node) => {
    const named = namedModule(node)
    if (!named) return
    const line = code.slice(0, node.start).split('\n').length
    found.push({ name: literal(named.source), line, typeOnly: named.typeOnly })
  })
  return found
}

/** The module a syntax node names, if it names one. */
function namedModule(node) {
  switch (node.type) {
    case 'ImportDeclaration':
      return { source: node.source, typeOnly: onlyTypes(node.importKind, node.specifiers, 'importKind') }
    case 'ExportNamedDeclaration':
      return node.source && { source: node.source, typeOnly: onlyTypes(node.exportKind, node.specifiers, 'exportKind') }
    case 'ExportAllDeclaration':
      return { source: node.source, typeOnly: node.exportKind === 'type' }
    case 'ImportExpression':
      return { source: node.source, typeOnly: false }
    case 'TSImportType':
      return { source: node.source ?? node.argument, typeOnly: true }
    case 'TSExternalModuleReference':
      return { source: node.expression, typeOnly: false }
    case 'CallExpression':
      return isRequire(node.callee) && { source: node.arguments[0], typeOnly: false }
    default:
      return null
  }
}

const onlyTypes = (kind, specifiers, key) =>
  kind === 'type' || (specifiers.length > 0 && specifiers.every((specifier) => specifier[key] === 'type'))

/** `require(…)`, `require.resolve(…)`. */
const isRequire = (callee) =>
  (callee.type === 'Identifier' && callee.name === 'require') ||
  (callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'require')

function literal(source) {
  if (source?.type === 'TSLiteralType') return literal(source.literal)
  if (source?.type === 'Literal' && typeof source.value === 'string') return source.value
  if (source?.type === 'TemplateLiteral' && source.quasis.length === 1) return source.quasis[0].value.cooked
  return null
}

function visit(node, see) {
  see(node)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child.type === 'string') visit(child, see)
    }
  }
}
