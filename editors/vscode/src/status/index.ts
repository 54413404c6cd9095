// index.ts: the status bar's item: there while a plan is shown, and while the server is not as it should be.
import * as vscode from 'vscode'

import type { Server } from '../server/server'
import { stateOf, type Plan } from './state'

/** A pause in typing after which the item is drawn anew. */
const PAUSE = 400

export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('planls.state', vscode.StatusBarAlignment.Right, 90)
  private readonly listeners: vscode.Disposable[]
  private timer: NodeJS.Timeout | undefined
  private asked = 0

  constructor(private readonly server: Server) {
    this.item.name = 'planls: state of the plan'
    this.item.command = 'planls.showPlan'
    this.listeners = [
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => this.soon(0)),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === vscode.window.activeTextEditor?.document) this.soon(PAUSE)
      }),
      vscode.languages.onDidChangeDiagnostics(() => this.soon(PAUSE)),
      server.onDidChange(() => this.soon(0))
    ]
    this.soon(0)
  }

  dispose(): void {
    clearTimeout(this.timer)
    for (const one of this.listeners) one.dispose()
  }

  private soon(pause: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.draw(), pause)
  }

  private async draw(): Promise<void> {
    const ask = ++this.asked
    const document = vscode.window.activeTextEditor?.document
    const view = document?.languageId === 'markdown' ? await this.ask(document) : undefined
    if (ask !== this.asked) return
    const plan = view?.plans[0]
    await vscode.commands.executeCommand('setContext', 'planls.isPlan', plan !== undefined)
    if (!document || !view || !plan) {
      this.item.hide()
      return
    }
    const own = vscode.languages.getDiagnostics(document.uri).filter((one) => one.source === 'planls')
    const count = (severity: vscode.DiagnosticSeverity) => own.filter((one) => one.severity === severity).length
    const findings = {
      errors: count(vscode.DiagnosticSeverity.Error),
      warnings: count(vscode.DiagnosticSeverity.Warning)
    }
    const state = stateOf(plan, findings, view.today ?? new Date().toISOString().slice(0, 10))
    this.item.text = state.text
    this.item.tooltip = new vscode.MarkdownString(state.tooltip)
    this.item.tooltip.isTrusted = {
      enabledCommands: ['planls.showPlan', 'planls.openReport', 'planls.openNext']
    }
    this.item.accessibilityInformation = { label: state.text.replaceAll(/\$\([a-z-]+\)/g, '').trim() }
    this.item.show()
  }

  private async ask(document: vscode.TextDocument): Promise<{ today: string | null; plans: Plan[] } | null> {
    try {
      const textDocument = { uri: document.uri.toString() }
      return (await this.server.client?.sendRequest('planls/planView', { textDocument })) ?? null
    } catch {
      // An older server, or one that has just gone: there is nothing to show.
      return null
    }
  }
}
