// show_places.ts: planls.showPlaces, which code lenses run: the places beside the line, or the one place there is.
import * as vscode from 'vscode'
import type { LanguageClient, Location, Position } from 'vscode-languageclient/node'

export async function showPlaces(
  client: LanguageClient | undefined,
  uri: string,
  position: Position,
  locations: Location[]
): Promise<void> {
  if (!client) return
  const convert = client.protocol2CodeConverter
  await vscode.commands.executeCommand(
    'editor.action.peekLocations',
    convert.asUri(uri),
    convert.asPosition(position),
    locations.map((location) => convert.asLocation(location)),
    'peek'
  )
}
