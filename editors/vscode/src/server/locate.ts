// locate.ts: which server binary is run: the one the setting names, else the bundled one, else the one on PATH.
import * as path from 'node:path'

export type Origin = 'setting' | 'bundled' | 'path'

export interface Candidate {
  command: string
  origin: Origin
}

export interface Surroundings {
  /** The setting `planls.server.path` as the user wrote it. */
  setting: string
  /** The first workspace folder, which a relative setting and ${workspaceFolder} mean. */
  folder: string | undefined
  home: string
  extension: string
  searchPath: string
  platform: NodeJS.Platform
  exists(file: string): boolean
}

export function binaryName(platform: NodeJS.Platform): string {
  return platform === 'win32' ? 'planls.exe' : 'planls'
}

/** The setting with ~, ${workspaceFolder} and ${userHome} replaced; relative paths are the folder's. */
export function expand(setting: string, folder: string | undefined, home: string): string {
  let text = setting.trim().replaceAll('${userHome}', home)
  if (text === '~' || text.startsWith('~/')) text = home + text.slice(1)
  if (folder !== undefined) text = text.replaceAll('${workspaceFolder}', folder)
  const isPath = text.includes('/') || text.includes('\\')
  return isPath && folder !== undefined && !path.isAbsolute(text) ? path.join(folder, text) : text
}

function onPath(name: string, around: Surroundings): string | undefined {
  const separator = around.platform === 'win32' ? ';' : ':'
  return around.searchPath
    .split(separator)
    .filter((folder) => folder !== '')
    .map((folder) => path.join(folder, name))
    .find((file) => around.exists(file))
}

/** Undefined where there is none. A setting is believed: what is wrong with it is said when it is run. */
export function locate(around: Surroundings): Candidate | undefined {
  const setting = expand(around.setting, around.folder, around.home)
  if (setting !== '') {
    const found = /[\\/]/.test(setting) ? setting : (onPath(setting, around) ?? setting)
    return { command: found, origin: 'setting' }
  }
  const name = binaryName(around.platform)
  const bundled = path.join(around.extension, 'bin', name)
  if (around.exists(bundled)) return { command: bundled, origin: 'bundled' }
  const found = onPath(name, around)
  return found === undefined ? undefined : { command: found, origin: 'path' }
}
