// locate_test.ts: the setting wins over the bundled binary, that over PATH.
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { expand, locate, type Surroundings } from '../src/server/locate'

function around(changes: Partial<Surroundings> & { files?: string[] }): Surroundings {
  return {
    setting: '',
    folder: '/work',
    home: '/home/ada',
    extension: '/ext',
    searchPath: '/usr/bin:/opt/bin',
    platform: 'linux',
    exists: (file) => (changes.files ?? []).includes(file),
    ...changes
  }
}

test('the setting, then the bundled one, then PATH', () => {
  const files = ['/ext/bin/planls', '/opt/bin/planls']
  assert.deepEqual(locate(around({ files, setting: '/my/planls' })), { command: '/my/planls', origin: 'setting' })
  assert.deepEqual(locate(around({ files })), { command: '/ext/bin/planls', origin: 'bundled' })
  assert.deepEqual(locate(around({ files: ['/opt/bin/planls'] })), { command: '/opt/bin/planls', origin: 'path' })
  assert.equal(locate(around({})), undefined)
})

test('a setting without a slash is a name on PATH', () => {
  const found = locate(around({ setting: 'planls-next', files: ['/usr/bin/planls-next'] }))
  assert.deepEqual(found, { command: '/usr/bin/planls-next', origin: 'setting' })
  assert.equal(locate(around({ setting: 'planls-next' }))?.command, 'planls-next')
})

test('on Windows the file is called planls.exe', () => {
  const found = locate(around({ platform: 'win32', files: ['/ext/bin/planls.exe'] }))
  assert.equal(found?.origin, 'bundled')
})

test('variables and relative paths', () => {
  assert.equal(expand(' ~/bin/planls ', undefined, '/home/ada'), '/home/ada/bin/planls')
  assert.equal(expand('${userHome}/planls', '/work', '/home/ada'), '/home/ada/planls')
  assert.equal(expand('${workspaceFolder}/tools/planls', '/work', '/home/ada'), '/work/tools/planls')
  assert.equal(expand('tools/planls', '/work', '/home/ada'), '/work/tools/planls')
  assert.equal(expand('', '/work', '/home/ada'), '')
})
