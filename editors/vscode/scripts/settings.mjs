// settings.mjs: makes the settings in package.json from editors/schema/planls.schema.json, the one source. Without
// --write it only says whether package.json is what it would make, and exits with 1 if not.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The schema with its references replaced by what they refer to: settings know none. */
export function inline(schema, definitions) {
  if (Array.isArray(schema)) return schema.map((one) => inline(one, definitions))
  if (schema === null || typeof schema !== 'object') return schema
  const { $ref, ...rest } = schema
  const own = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, inline(value, definitions)]))
  if ($ref === undefined) return own
  const name = /^#\/definitions\/(.+)$/.exec($ref)?.[1]
  if (name === undefined || !(name in definitions)) throw new Error(`${$ref} is not in the schema`)
  return { ...inline(definitions[name], definitions), ...own }
}

/** What is the editor's own: how the server is run. */
const own = {
  'planls.server.path': {
    type: 'string',
    default: '',
    scope: 'machine-overridable',
    markdownDescription:
      'The `planls` to run. Empty: the one in the extension, else the one on `PATH`. `~`, `${userHome}` and ' +
      '`${workspaceFolder}` are understood; a relative path is the first folder’s.'
  },
  'planls.trace.server': {
    type: 'string',
    enum: ['off', 'messages', 'verbose'],
    default: 'off',
    scope: 'window',
    markdownDescription: 'What of the talk with the server goes to the log (*planls: Show Log*).'
  }
}

export function settings(schema) {
  const plan = Object.entries(schema.properties)
    .filter(([key]) => !key.startsWith('$'))
    .map(([key, value], at) => [
      `planls.${key}`,
      { ...typed(inline(value, schema.definitions)), scope: 'resource', order: at }
    ])
  return Object.fromEntries([...plan, ...Object.entries(own)])
}

/** A setting names its type, also where an enumeration says it all. */
function typed(schema) {
  return 'type' in schema ? schema : { type: 'string', ...schema }
}

export function withSettings(manifest, schema) {
  const configuration = { title: 'planls', properties: settings(schema) }
  return { ...manifest, contributes: { ...manifest.contributes, configuration } }
}

const here = dirname(fileURLToPath(import.meta.url))
const manifestFile = join(here, '../package.json')
const schemaFile = process.env.PLANLS_SCHEMA ?? join(here, '../../schema/planls.schema.json')

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const before = readFileSync(manifestFile, 'utf8')
  const made = withSettings(JSON.parse(before), JSON.parse(readFileSync(schemaFile, 'utf8')))
  const after = `${JSON.stringify(made, null, 2)}\n`
  if (process.argv.includes('--write')) {
    if (after !== before) writeFileSync(manifestFile, after)
  } else if (after !== before) {
    console.error('package.json does not hold the settings of the schema: run npm run settings')
    process.exitCode = 1
  }
}
