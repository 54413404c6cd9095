// probe.ts: does a binary run here at all? Says in a sentence why not.
import { execFile } from 'node:child_process'
import { closeSync, openSync, readSync } from 'node:fs'

export interface Probe {
  version?: string
  problem?: string
}

const PATIENCE = 10_000

/** The sentence for what the system said when asked to run `command`. */
export function explain(command: string, code: string | number | undefined, detail: string): string {
  switch (code) {
    case 'ENOENT':
      return `There is no ${command}.`
    case 'EACCES':
    case 'EPERM':
      return `${command} may not be run: it is no executable file, or you lack the permission.`
    case 'ENOEXEC':
    case 'EFTYPE':
    case 'UNKNOWN':
      return `${command} cannot be run on this system: it is made for another platform, or it is no program.`
    case 'ENOTDIR':
    case 'EISDIR':
      return `${command} is not a file.`
    default:
      return `${command} does not run: ${detail.trim().split('\n')[0] ?? ''}`
  }
}

/** What the kernel does not know is given to the shell, which stumbles over the first line: no script was meant. */
export function isForeign(command: string, head: string, output: string): boolean {
  return !head.startsWith('#!') && output.startsWith(`${command}: `)
}

function headOf(file: string): string {
  try {
    const bytes = Buffer.alloc(4)
    const descriptor = openSync(file, 'r')
    readSync(descriptor, bytes)
    closeSync(descriptor)
    return bytes.toString('latin1')
  } catch {
    return '#!'
  }
}

/** The version in what `planls --version` printed. */
export function readVersion(output: string): string | undefined {
  return /^planls (\S+)/m.exec(output)?.[1]
}

export function probe(command: string): Promise<Probe> {
  return new Promise((resolve) => {
    try {
      execFile(command, ['--version'], { timeout: PATIENCE }, (error, stdout, stderr) => {
        if (error) {
          const foreign = isForeign(command, headOf(command), stderr)
          const code = foreign ? 'ENOEXEC' : (error.code ?? undefined)
          resolve({ problem: explain(command, code, stderr || error.message) })
          return
        }
        const version = readVersion(stdout)
        if (version === undefined)
          resolve({ problem: `${command} is not planls: it does not say its version as planls does.` })
        else resolve({ version })
      })
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      resolve({ problem: explain(command, code, message) })
    }
  })
}
