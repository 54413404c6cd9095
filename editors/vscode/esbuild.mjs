// esbuild.mjs: bundles the extension; with --production small, with --watch again on every change, with
// --tests the unit tests instead, into build/test.
import { build, context } from 'esbuild'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const has = (option) => process.argv.includes(option)

const common = {
  absWorkingDir: here,
  bundle: true,
  minify: has('--production'),
  sourcemap: has('--production') ? false : 'linked',
  logLevel: 'warning',
  target: 'es2022'
}
const node = { ...common, platform: 'node', format: 'cjs', external: ['vscode'] }

const bundles = [
  { ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js' },
  // What the plan view's panel runs, in a browser's world.
  {
    ...common,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['src/plan_view/webview.ts'],
    outfile: 'dist/plan_view.js'
  }
]

const tests = {
  ...node,
  entryPoints: readdirSync(join(here, 'test'))
    .filter((name) => name.endsWith('_test.ts'))
    .map((name) => `test/${name}`),
  outdir: 'build/test'
}

if (has('--tests')) {
  await build(tests)
} else {
  mkdirSync(join(here, 'dist'), { recursive: true })
  // For completion and hovers. What is no key or no rule the server says better, with a fix: it is not said twice.
  const schema = JSON.parse(readFileSync(process.env.PLANLS_SCHEMA ?? join(here, '../schema/planls.schema.json')))
  delete schema.additionalProperties
  delete schema.properties.rules.propertyNames
  writeFileSync(join(here, 'dist/planls.schema.json'), JSON.stringify(schema))
  for (const bundle of bundles) {
    if (has('--watch')) await (await context(bundle)).watch()
    else await build(bundle)
  }
}
