// index.ts: the plan view's panel beside the text and the command that opens it.
import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'

export function registerPlanView(
  context: vscode.ExtensionContext,
  client: () => LanguageClient | undefined
): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('planls.showPlan', () => {
      if (!client()) void vscode.window.showWarningMessage('planls is not running')
    })
  )
}
