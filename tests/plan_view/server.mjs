// server.mjs: what the real server answers to planls/planView about a text.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Sends messages one after the other and gives the last one's result. */
function talk(binary, messages) {
  return new Promise((resolve, reject) => {
    const server = spawn(binary, ['lsp'], { stdio: ['pipe', 'pipe', 'ignore'] })
    const last = messages.filter((message) => 'id' in message).at(-1).id
    let bytes = Buffer.alloc(0)
    server.on('error', reject)
    server.stdout.on('data', (data) => {
      bytes = Buffer.concat([bytes, data])
      for (;;) {
        const head = bytes.indexOf('\r\n\r\n')
        if (head < 0) return
        const length = Number(/Content-Length: (\d+)/.exec(bytes.toString('ascii', 0, head))[1])
        if (bytes.length < head + 4 + length) return
        const message = JSON.parse(bytes.toString('utf8', head + 4, head + 4 + length))
        bytes = bytes.subarray(head + 4 + length)
        if (message.id !== last || 'method' in message) continue
        server.kill()
        if (message.error) reject(new Error(message.error.message))
        else resolve(message.result)
      }
    })
    for (const message of messages) {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message })
      server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    }
  })
}

/** The answer about plan.md of a folder that holds these files. */
export async function planView(binary, files) {
  const folder = mkdtempSync(join(tmpdir(), 'planls-view-'))
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    const uri = pathToFileURL(join(folder, 'plan.md')).href
    const textDocument = { uri, languageId: 'markdown', version: 1, text: files['plan.md'] }
    const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'plan' }]
    return await talk(binary, [
      { id: 1, method: 'initialize', params: { processId: process.pid, capabilities: {}, rootUri: null, workspaceFolders } },
      { method: 'initialized', params: {} },
      { method: 'textDocument/didOpen', params: { textDocument } },
      { id: 2, method: 'planls/planView', params: { textDocument: { uri } } }
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
}
