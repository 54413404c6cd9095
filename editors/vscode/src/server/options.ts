// options.ts: what the language client is told: which documents, which settings, which of the answers are shown.
import * as vscode from 'vscode'
import type { LanguageClientOptions } from 'vscode-languageclient/node'

import { explicitSettings } from '../settings'

export function clientOptions(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel
): LanguageClientOptions {
  const known = Object.keys(
    (context.extension.packageJSON as { contributes: { configuration: { properties: object } } }).contributes
      .configuration.properties
  )
  return {
    documentSelector: [
      { scheme: 'file', language: 'markdown' },
      { scheme: 'untitled', language: 'markdown' },
      { scheme: 'file', pattern: '**/.planls.json' }
    ],
    outputChannel: log,
    traceOutputChannel: log,
    middleware: {
      workspace: {
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
