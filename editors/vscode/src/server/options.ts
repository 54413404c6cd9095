// options.ts: what the language client is told: which documents, which settings, which of the answers are shown.
import * as vscode from 'vscode'
import type { LanguageClientOptions } from 'vscode-languageclient/node'

import { Others } from '../others'
import { saysProgress } from '../hints'
import { explicitSettings } from '../settings'

export function clientOptions(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel
): LanguageClientOptions {
  const known = Object.keys(
    (context.extension.packageJSON as { contributes: { configuration: { properties: object } } }).contributes
      .configuration.properties
  )
  const definitions = new Others('vscode.executeDefinitionProvider')
  const references = new Others('vscode.executeReferenceProvider')
  return {
    documentSelector: [
      { scheme: 'file', language: 'markdown' },
      { scheme: 'untitled', language: 'markdown' },
      { scheme: 'file', pattern: '**/.planls.json' }
    ],
    outputChannel: log,
    traceOutputChannel: log,
    middleware: {
      provideDefinition: (document, position, token, next) =>
        definitions.merge<vscode.Location | vscode.LocationLink>(document, position, () =>
          next(document, position, token) as vscode.ProviderResult<vscode.Location | vscode.LocationLink[]>
        ) as vscode.ProviderResult<vscode.Definition | vscode.DefinitionLink[]>,
      provideReferences: (document, position, context, token, next) =>
        references.merge<vscode.Location>(document, position, () => next(document, position, context, token)),
      provideInlayHints: async (document, range, token, next) => {
        const hints = await next(document, range, token)
        const lenses = vscode.workspace.getConfiguration('editor', document).get<boolean>('codeLens')
        return lenses ? hints?.filter((hint) => !saysProgress(String(hint.label))) : hints
      },
      workspace: {
        // That something has changed; the server asks for what is set.
        didChangeConfiguration: (_sections, next) => next(undefined),
        configuration: (params) =>
          params.items.map((item) => {
            if (item.section !== 'planls') return null
            const scope = item.scopeUri === undefined ? undefined : vscode.Uri.parse(item.scopeUri)
            const all = vscode.workspace.getConfiguration(undefined, scope)
            return explicitSettings(known, (key) => all.inspect(key))
          })
      }
    }
  }
}
