// index.ts: the command that opens the plan view, and its panel back after a restart of the window.
import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'

import { PlanPanel } from './panel'

const VIEW = 'planls.plan'

/** @param changed fires when the client has come up or gone */
export function registerPlanView(
  context: vscode.ExtensionContext,
  client: () => LanguageClient | undefined,
  changed: vscode.Event<void>
): void {
  let shown: PlanPanel | undefined
  let told: LanguageClient | undefined
  const adopt = (panel: vscode.WebviewPanel): PlanPanel => {
    shown = new PlanPanel(panel, context.extensionUri, client, () => (shown = undefined))
    return shown
  }
  const listen = () => {
    const running = client()
    if (running && running !== told) running.onNotification('planls/planChanged', () => void shown?.refresh())
    told = running ?? told
    void shown?.refresh()
  }
  const show = async () => {
    const document = vscode.window.activeTextEditor?.document
    const markdown = document?.languageId === 'markdown' ? document : undefined
    if (!shown && !markdown) {
      void vscode.window.showInformationMessage('Open a plan, a Markdown file, to see it drawn.')
      return
    }
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }
    const panel = shown ?? adopt(vscode.window.createWebviewPanel(VIEW, 'Plan', column))
    panel.reveal()
    if (markdown) await panel.show(markdown)
  }
  listen()
  context.subscriptions.push(
    changed(listen),
    vscode.commands.registerCommand('planls.showPlan', show),
    vscode.window.registerWebviewPanelSerializer(VIEW, {
      deserializeWebviewPanel(panel) {
        adopt(panel) // the page says itself which plan it drew
        return Promise.resolve()
      }
    }),
    { dispose: () => shown?.dispose() }
  )
}
