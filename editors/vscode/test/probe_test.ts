// probe_test.ts: why a binary does not run is said in a sentence.
import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

import { probe, readVersion } from '../src/server/probe'

const folder = mkdtempSync(join(tmpdir(), 'planls-'))

function file(name: string, text: string | Buffer, mode: number): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  chmodSync(path, mode)
  return path
}

test('a version is read', async () => {
  assert.equal(readVersion('planls 0.1.0\n'), '0.1.0')
  assert.equal(readVersion('cat (GNU coreutils) 9.1'), undefined)
  assert.deepEqual(await probe(file('good', '#!/bin/sh\necho planls 9.9.9\n', 0o755)), { version: '9.9.9' })
})

test('a missing file, one that may not run, one of another platform, another program', async () => {
  assert.match((await probe(join(folder, 'nothing'))).problem ?? '', /^There is no .*nothing\.$/)
  assert.match((await probe(file('plain', 'text', 0o644))).problem ?? '', /may not be run/)
  // The head of a Mach-O file: nothing Linux knows.
  const foreign = file('foreign', Buffer.from([0xcf, 0xfa, 0xed, 0xfe, 7, 0, 0, 1]), 0o755)
  if (process.platform === 'linux') assert.match((await probe(foreign)).problem ?? '', /made for another platform/)
  assert.match((await probe(file('other', '#!/bin/sh\necho hello\n', 0o755))).problem ?? '', /is not planls/)
  assert.match((await probe(file('fails', '#!/bin/sh\necho no luck >&2; exit 3\n', 0o755))).problem ?? '', /no luck/)
})
