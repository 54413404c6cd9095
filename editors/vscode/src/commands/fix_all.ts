// fix_all.ts: planls.fixFile and planls.fixWorkspace: the fixes that keep the meaning, as one edit that can be undone.
import * as vscode from 'vscode'
import type { CodeAction, LanguageClient, WorkspaceEdit } from 'vscode-languageclient/node'

import { counted } from '../status/state'
import { judge } from './check_workspace'

const KIND = 'source.fixAll.planls'

async function fixesOf(client: LanguageClient, uri: string): Promise<WorkspaceEdit | undefined> {
  const nowhere = { line: 0, character: 0 }
  const actions = await client.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: nowhere, end: nowhere },
    context: { diagnostics: [], only: [KIND] }
  })
  const action = actions?.find((one) => one.kind === KIND)
  if (!action) return undefined
  if (action.edit) return action.edit
  return (await client.sendRequest<CodeAction>('codeAction/resolve', action)).edit
}

export async function fixFile(client: LanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document
  if (!document) return
  const edit = await fixesOf(client, client.code2ProtocolConverter.asUri(document.uri))
  if (edit) await vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit))
  else void vscode.window.showInformationMessage('planls: nothing here can be mended without a decision of yours.')
}

export async function fixWorkspace(client: LanguageClient): Promise<void> {
  const all = new vscode.WorkspaceEdit()
  const clean: vscode.TextDocument[] = []
  let files = 0
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'planls: mending', cancellable: true },
    async (progress, token) => {
      const report = await judge(client)
      const found = report.items.filter((one) => one.kind === 'full' && one.items.length > 0)
      for (const one of found) {
        if (token.isCancellationRequested) return
        progress.report({ increment: 100 / found.length })
        // The server mends what is open: it holds no text of anything else.
        const document = await vscode.workspace.openTextDocument(client.protocol2CodeConverter.asUri(one.uri))
        const edit = await fixesOf(client, one.uri)
        if (!edit) continue
        const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit)
        for (const [uri, edits] of converted.entries()) all.set(uri, edits)
        if (!document.isDirty) clean.push(document)
        files++
      }
    }
  )
  if (files === 0) {
    void vscode.window.showInformationMessage('planls: nothing can be mended without a decision of yours.')
    return
  }
  if (!(await vscode.workspace.applyEdit(all))) {
    void vscode.window.showErrorMessage('planls: the text has changed meanwhile; nothing was mended.')
    return
  }
  for (const document of clean) await document.save()
  void vscode.window.showInformationMessage(`planls: mended ${counted(files, 'file')}.`)
}
