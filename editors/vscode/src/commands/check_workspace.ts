// check_workspace.ts: planls.checkWorkspace: every plan is judged, the Problems panel shows what was found.
import * as vscode from 'vscode'
import {
  DiagnosticSeverity,
  type LanguageClient,
  type WorkspaceDiagnosticReport
} from 'vscode-languageclient/node'

import { counted, findingsIn } from '../status/state'

export async function judge(client: LanguageClient): Promise<WorkspaceDiagnosticReport> {
  return client.sendRequest('workspace/diagnostic', { identifier: 'planls', previousResultIds: [] })
}

/** "1 error, 2 warnings in 2 of 5 files". */
export function summary(report: WorkspaceDiagnosticReport): string {
  const total = { errors: 0, warnings: 0 }
  let files = 0
  for (const one of report.items) {
    if (one.kind !== 'full' || one.items.length === 0) continue
    files++
    for (const { severity } of one.items) {
      if (severity === DiagnosticSeverity.Error) total.errors++
      if (severity === DiagnosticSeverity.Warning) total.warnings++
    }
  }
  const all = counted(report.items.length, 'file')
  return files === 0 ? `no findings in ${all}` : `${findingsIn(total)} in ${files} of ${all}`
}

export async function checkWorkspace(client: LanguageClient): Promise<void> {
  const report = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: 'planls: checking the workspace' },
    () => judge(client)
  )
  const found = report.items.some((one) => one.kind === 'full' && one.items.length > 0)
  if (found) await vscode.commands.executeCommand('workbench.actions.view.problems')
  vscode.window.setStatusBarMessage(`planls: ${summary(report)}`, 10_000)
  if (!found) void vscode.window.showInformationMessage(`planls: ${summary(report)}`)
}
