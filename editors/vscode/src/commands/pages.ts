// pages.ts: planls.openReport and planls.openNext: what the command line prints, as a page beside the text.
import { execFile } from 'node:child_process'
import * as path from 'node:path'
import { promisify } from 'node:util'
import * as vscode from 'vscode'

import { nextPage, type Next } from './next_page'

const SCHEME = 'planls'
const MOST = 64 * 1024 * 1024

export class Pages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>()
  private readonly texts = new Map<string, string>()
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this)

  readonly onDidChange = this.changed.event

  constructor(private readonly command: () => string | undefined) {}

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? ''
  }

  dispose(): void {
    this.registration.dispose()
    this.changed.dispose()
  }

  async report(): Promise<void> {
    const here = this.place(true)
    if (!here) return
    const text = await this.run(here.folder, ['report', '--format', 'markdown', here.path])
    if (text === undefined) return
    const none = 'There is no plan here: no initiatives, phases or milestones were found.\n'
    await this.show('Report', text.trim() === '' ? none : `${here.note}${text}`)
  }

  async next(): Promise<void> {
    const here = this.place(false)
    if (!here) return
    const text = await this.run(here.folder, ['next', '--format', 'json', here.path])
    if (text === undefined) return
    await this.show('Next', here.note + nextPage(JSON.parse(text) as Next))
  }

  /** The plan in the active editor, or the folder; with a word where a file is not as it is on disk. */
  private place(one: boolean): { folder: string; path: string; note: string } | undefined {
    const document = vscode.window.activeTextEditor?.document
    const file = document?.uri.scheme === 'file' && document.languageId === 'markdown' ? document : undefined
    const root = file && vscode.workspace.getWorkspaceFolder(file.uri)
    const folder = (root ?? vscode.workspace.workspaceFolders?.[0])?.uri.fsPath
    if (folder === undefined && !file) {
      void vscode.window.showInformationMessage('planls: open a plan or a folder with plans first.')
      return undefined
    }
    const dirty = vscode.workspace.textDocuments.some((text) => text.isDirty && text.languageId === 'markdown')
    const base = folder ?? path.dirname(file?.uri.fsPath ?? '')
    return {
      folder: base,
      path: one && file ? file.uri.fsPath : '.',
      note: dirty ? '> As saved on disk: some files have unsaved changes.\n\n' : ''
    }
  }

  private async run(folder: string, words: string[]): Promise<string | undefined> {
    const command = this.command()
    if (command === undefined) {
      void vscode.window.showErrorMessage('planls: there is no planls to run.')
      return undefined
    }
    try {
      const done = await promisify(execFile)(command, words, { cwd: folder, maxBuffer: MOST, timeout: 60_000 })
      return done.stdout
    } catch (error) {
      const { stderr, message } = error as { stderr?: string; message: string }
      void vscode.window.showErrorMessage(`planls: ${(stderr ?? '').trim() || message}`)
      return undefined
    }
  }

  private async show(title: string, text: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/planls ${title}.md` })
    this.texts.set(uri.toString(), text)
    this.changed.fire(uri)
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri)
  }
}
