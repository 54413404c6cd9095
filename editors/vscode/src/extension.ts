// extension.ts: what VS Code calls: everything is wired together here, nothing is decided.
import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'

import { checkWorkspace } from './commands/check_workspace'
import { fixFile, fixWorkspace } from './commands/fix_all'
import { Pages } from './commands/pages'
import { showPlaces } from './commands/show_places'
import { registerPlanView } from './plan_view'
import { Server } from './server/server'
import { Status } from './status'

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel('planls', { log: true })
  const server = new Server(context, log)
  const client = () => server.client
  const command = (name: string, run: (...args: never[]) => unknown) =>
    context.subscriptions.push(vscode.commands.registerCommand(name, run))

  const asking = (name: string, run: (client: LanguageClient) => Promise<void>) =>
    command(name, async () => {
      const running = client()
      if (!running) return server.explain()
      try {
        await run(running)
      } catch (error) {
        void vscode.window.showErrorMessage(`planls: ${error instanceof Error ? error.message : String(error)}`)
      }
    })
  const pages = new Pages(() => server.command)

  context.subscriptions.push(log, server, pages, new Status(server))
  command('planls.restart', () => server.restart())
  command('planls.showLog', () => log.show())
  command('planls.showPlaces', (...args: [string, never, never]) => showPlaces(client(), ...args))
  command('planls.openReport', () => pages.report())
  command('planls.openNext', () => pages.next())
  asking('planls.checkWorkspace', checkWorkspace)
  asking('planls.fixFile', fixFile)
  asking('planls.fixWorkspace', fixWorkspace)
  registerPlanView(context, client, server.onDidChange)

  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('planls.server')) void server.restart()
    })
  )
  await server.start()
}
