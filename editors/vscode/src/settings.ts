// settings.ts: the part of the settings that is about plans and that the user has set.

/** What vscode.WorkspaceConfiguration.inspect says of a key, as far as it matters here. */
export interface Inspected {
  globalValue?: unknown
  workspaceValue?: unknown
  workspaceFolderValue?: unknown
}

/** Settings that are the editor's own business and not the server's. */
const OWN = /^planls\.(server|trace)\./

/**
 * The values of `keys` that are set, without their prefix. A default is left out: the editor gives "" or [] for
 * what nobody has set, and the server would take that for what the user wants.
 */
export function explicitSettings(
  keys: readonly string[],
  inspect: (key: string) => Inspected | undefined
): Record<string, unknown> {
  const settings: Record<string, unknown> = {}
  for (const key of keys) {
    if (!key.startsWith('planls.') || OWN.test(key)) continue
    const found = inspect(key)
    const value = found?.workspaceFolderValue ?? found?.workspaceValue ?? found?.globalValue
    if (value !== undefined && value !== null) settings[key.slice('planls.'.length)] = value
  }
  return settings
}
