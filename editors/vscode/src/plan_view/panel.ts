// panel.ts: the panel beside the text: asks the server what to draw, tells the page where the cursor is, and
// shows in the text what is chosen in the picture.
import { setTimeout as pause } from 'node:timers/promises'
import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'

import type { Range } from './data'
import type { Absence, FromPanel, ToPanel } from './messages'
import { page } from './page'

/** The cursor is asked about when it has rested so long. */
const REST_MS = 80
/** A question that an edit has overtaken is asked again. */
const CONTENT_MODIFIED = -32801
const TRIES = 10

interface Place {
  uri: string
  key: string | null
}

export class PlanPanel implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[] = []
  private uri = ''
  private follow = true
  private turn = 0
  private resting: NodeJS.Timeout | undefined
  /** Where the text was last shown. */
  private column: vscode.ViewColumn = vscode.ViewColumn.One

  constructor(
    private readonly panel: vscode.WebviewPanel,
    extension: vscode.Uri,
    private readonly client: () => LanguageClient | undefined,
    closed: () => void
  ) {
    const { webview } = panel
    webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(extension, 'dist')]
    }
    panel.iconPath = vscode.Uri.joinPath(extension, 'media', 'icon.png')
    this.subscriptions.push(
      panel.onDidDispose(() => {
        this.dispose()
        closed()
      }),
      webview.onDidReceiveMessage((message: FromPanel) => void this.take(message)),
      vscode.window.onDidChangeTextEditorSelection((event) => this.rest(event.textEditor)),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && this.rest(editor))
    )
    webview.html = page(webview, extension)
  }

  dispose(): void {
    clearTimeout(this.resting)
    for (const one of this.subscriptions) one.dispose()
  }

  /** Draws the plan of that document, or of what the cursor in it serves. */
  async show(document: vscode.TextDocument): Promise<void> {
    const editor = vscode.window.visibleTextEditors.find((one) => one.document === document)
    const place = editor && (await this.place(editor))
    await this.load(place?.uri ?? document.uri.toString())
    if (place) this.post({ type: 'cursor', key: place.key })
  }

  reveal(): void {
    this.panel.reveal(undefined, true)
  }

  /** The plan may look different now, or the server has come or gone. */
  async refresh(): Promise<void> {
    if (this.uri) await this.load(this.uri)
  }

  private post(message: ToPanel): void {
    void this.panel.webview.postMessage(message)
  }

  private absent(why: Absence): void {
    this.post({ type: 'absent', why })
  }

  /* ---- the plan ------------------------------------------------------------------------------- */

  private async load(uri: string): Promise<void> {
    const turn = ++this.turn
    this.uri = uri
    const client = this.client()
    if (!client) return this.absent('stopped')
    let answer: unknown
    try {
      // The server answers for open documents; a plan that is only looked at is opened without being shown.
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri))
      answer = await this.ask(client, 'planls/planView', {
        textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document)
      })
    } catch {
      answer = null
    }
    if (turn !== this.turn) return
    if (!this.client()) return this.absent('stopped')
    if (answer === null || answer === undefined) return this.absent('closed')
    this.panel.title = 'Plan'
    this.post({ type: 'plan', answer })
  }

  private async ask(client: LanguageClient, method: string, params: object): Promise<unknown> {
    for (let tries = 1; ; tries++) {
      try {
        return await client.sendRequest(method, params)
      } catch (error) {
        if ((error as { code?: number }).code !== CONTENT_MODIFIED || tries === TRIES) throw error
        await pause(REST_MS)
      }
    }
  }

  /* ---- the cursor ------------------------------------------------------------------------------ */

  private rest(editor: vscode.TextEditor): void {
    if (editor.document.languageId !== 'markdown') return
    if (editor.viewColumn !== undefined) this.column = editor.viewColumn
    clearTimeout(this.resting)
    if (this.follow && this.panel.visible)
      this.resting = setTimeout(() => void this.followCursor(editor), REST_MS)
  }

  private async followCursor(editor: vscode.TextEditor): Promise<void> {
    const place = await this.place(editor)
    if (!place || !this.follow) return
    if (place.uri !== this.uri) await this.load(place.uri)
    this.post({ type: 'cursor', key: place.key })
  }

  /** The plan and the item that an editor's cursor is about. */
  private async place(editor: vscode.TextEditor): Promise<Place | undefined> {
    const client = this.client()
    if (!client) return undefined
    const { code2ProtocolConverter: to, protocol2CodeConverter: from } = client
    try {
      const place = (await this.ask(client, 'planls/planPlace', {
        textDocument: to.asTextDocumentIdentifier(editor.document),
        position: to.asPosition(editor.selection.active)
      })) as Place | null
      return place ? { uri: from.asUri(place.uri).toString(), key: place.key } : undefined
    } catch {
      return undefined
    }
  }

  /* ---- the page -------------------------------------------------------------------------------- */

  private async take(message: FromPanel): Promise<void> {
    if (message.type === 'ready') {
      this.follow = message.follow
      const uri = this.uri || message.uri
      if (uri) await this.load(uri)
      else this.absent('starting')
    } else if (message.type === 'jump') {
      await this.jump(message.uri, message.range, message.stay)
    } else if (message.type === 'open') {
      await this.load(message.uri)
    } else if (message.type === 'follow') {
      this.follow = message.follow
      const editor = vscode.window.activeTextEditor
      if (editor) this.rest(editor)
    } else if (message.type === 'restart') {
      await vscode.commands.executeCommand('planls.restart')
    }
  }

  private async jump(uri: string, range: Range, stay: boolean): Promise<void> {
    const target = vscode.Uri.parse(uri)
    const start = new vscode.Position(range.start.line, range.start.character)
    const visible = vscode.window.visibleTextEditors.find(
      (one) => one.document.uri.toString() === target.toString()
    )
    const column =
      visible?.viewColumn ?? (this.column === this.panel.viewColumn ? vscode.ViewColumn.Beside : this.column)
    const editor = await vscode.window.showTextDocument(target, {
      viewColumn: column,
      preserveFocus: stay,
      selection: new vscode.Range(start, start)
    })
    editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport)
  }
}
