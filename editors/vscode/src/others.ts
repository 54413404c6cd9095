// others.ts: VS Code's own Markdown extension answers for links and headings too, with other ranges. What it has found
// is not listed a second time: a jump with one target goes there instead of opening a list of two that look the same.
import * as vscode from 'vscode'

import { withoutDoubles, type Found } from './doubles'

type Answer = vscode.Location | vscode.LocationLink

function where(answer: Answer): Found {
  return 'targetUri' in answer
    ? { uri: answer.targetUri, range: answer.targetSelectionRange ?? answer.targetRange }
    : answer
}

/** Asks the other providers: the command asks all of them, so ours keeps silent meanwhile. */
export class Others {
  private readonly asking = new Set<string>()

  constructor(private readonly command: string) {}

  async merge<T extends Answer>(
    document: vscode.TextDocument,
    position: vscode.Position,
    ask: () => vscode.ProviderResult<T | T[]>
  ): Promise<T[] | undefined> {
    const key = `${document.uri.toString()} ${position.line} ${position.character}`
    if (this.asking.has(key)) return undefined
    this.asking.add(key)
    try {
      const others = vscode.commands.executeCommand<Answer[] | undefined>(this.command, document.uri, position)
      const [ours, theirs] = await Promise.all([ask(), others.then((all) => all ?? [], () => [])])
      return withoutDoubles(ours ? [ours].flat() as T[] : [], theirs.map(where), where)
    } finally {
      this.asking.delete(key)
    }
  }
}
