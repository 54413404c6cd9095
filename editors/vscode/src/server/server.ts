// server.ts: the language server's life: finding the binary, starting it, starting it again when it dies.
import { existsSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import * as vscode from 'vscode'
import { CloseAction, ErrorAction, LanguageClient, RevealOutputChannelOn } from 'vscode-languageclient/node'

import { clientOptions } from './options'
import { locate, type Candidate } from './locate'
import { PlanChanged } from './plan_changed'
import { probe } from './probe'
import { Restarts } from './restarts'

export class Server implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>()
  private readonly restarts = new Restarts()
  private running: LanguageClient | undefined
  private candidate: Candidate | undefined
  private problem: string | undefined
  private turn: Promise<void> = Promise.resolve()

  /** Fires when the server has come up or gone. */
  readonly onDidChange = this.changed.event

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel
  ) {}

  /** The client while it can be asked. */
  get client(): LanguageClient | undefined {
    return this.running?.isRunning() ? this.running : undefined
  }

  /** The binary that is or would be run. */
  get command(): string | undefined {
    return this.candidate?.command ?? this.find()?.command
  }

  start(): Promise<void> {
    return this.queue(() => this.startNow())
  }

  restart(): Promise<void> {
    return this.queue(async () => {
      this.restarts.forget()
      await this.stopNow()
      await this.startNow()
    })
  }

  stop(): Promise<void> {
    return this.queue(() => this.stopNow())
  }

  /** Says why nothing answers, and what to do. */
  explain(): void {
    if (this.problem !== undefined) void this.offerHelp(this.problem)
    else void this.offerRestart('The planls server is not running.')
  }

  dispose(): void {
    this.changed.dispose()
    void this.stop()
  }

  /** One after the other, whatever the user clicks meanwhile. */
  private queue(step: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(step, step)
    return this.turn
  }

  private find(): Candidate | undefined {
    return locate({
      setting: vscode.workspace.getConfiguration('planls').get<string>('server.path') ?? '',
      folder: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
      home: homedir(),
      extension: this.context.extensionPath,
      searchPath: process.env['PATH'] ?? '',
      platform: process.platform,
      exists: (file) => existsSync(file) && statSync(file).isFile()
    })
  }

  private async startNow(): Promise<void> {
    if (this.running) return
    this.candidate = this.find()
    if (!this.candidate) {
      this.fail('This build of the extension holds no planls for your system, and none is on PATH.')
      return
    }
    const { command, origin } = this.candidate
    const { version, problem } = await probe(command)
    if (problem !== undefined) {
      this.fail(problem)
      return
    }
    this.problem = undefined
    this.log.info(`planls ${version ?? ''} (${origin}): ${command}`)
    const client = new LanguageClient('planls', 'planls', { command, args: ['lsp'] }, {
      ...clientOptions(this.context, this.log),
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.closed()
      }
    })
    client.registerFeature(new PlanChanged())
    client.onDidChangeState(() => this.changed.fire())
    this.running = client
    try {
      await client.start()
    } catch (error) {
      this.running = undefined
      this.fail(`${command} was started but did not answer: ${String(error)}`)
    }
    this.changed.fire()
  }

  private fail(problem: string): void {
    this.problem = problem
    this.log.error(problem)
    void this.offerHelp(problem)
    this.changed.fire()
  }

  private async stopNow(): Promise<void> {
    const client = this.running
    this.running = undefined
    if (!client) return
    try {
      await client.dispose()
    } catch (error) {
      this.log.warn(`The server did not stop in good order: ${String(error)}`)
    }
    this.changed.fire()
  }

  private async closed() {
    const wait = this.restarts.died(Date.now())
    if (wait === undefined) {
      const message = 'The planls server ended five times within three minutes and is left alone now.'
      void this.offerRestart(message)
      return { action: CloseAction.DoNotRestart, handled: true, message }
    }
    this.log.warn(`The server ended; it is started again${wait ? ` in ${wait} ms` : ''}`)
    await pause(wait)
    return { action: CloseAction.Restart, handled: true }
  }

  private async offerRestart(message: string): Promise<void> {
    const choice = await vscode.window.showErrorMessage(message, 'Restart Server', 'Show Log')
    if (choice === 'Restart Server') await this.restart()
    if (choice === 'Show Log') this.log.show()
  }

  private async offerHelp(problem: string): Promise<void> {
    const choice = await vscode.window.showErrorMessage(
      `planls cannot start. ${problem}`,
      'Set Path…',
      'Show Log',
      'Try Again'
    )
    if (choice === 'Set Path…')
      await vscode.commands.executeCommand('workbench.action.openSettings', 'planls.server.path')
    if (choice === 'Show Log') this.log.show()
    if (choice === 'Try Again') await this.restart()
  }
}
