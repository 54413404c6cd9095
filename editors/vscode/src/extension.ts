// extension.ts: what VS Code calls: everything is wired together here, nothing is decided.
import * as vscode from 'vscode'

import { showPlaces } from './commands/show_places'
import { registerPlanView } from './plan_view'
import { Server } from './server/server'

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel('planls', { log: true })
  const server = new Server(context, log)
  const client = () => server.client
  const command = (name: string, run: (...args: never[]) => unknown) =>
    context.subscriptions.push(vscode.commands.registerCommand(name, run))

  context.subscriptions.push(log, server)
  command('planls.restart', () => server.restart())
  command('planls.showLog', () => log.show())
  command('planls.showPlaces', (...args: [string, never, never]) => showPlaces(client(), ...args))
  registerPlanView(context, client, server.onDidChange)

  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('planls.server')) void server.restart()
    })
  )
  await server.start()
}
