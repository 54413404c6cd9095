// settings_test.ts: only what somebody has set is told to the server.
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { explicitSettings, type Inspected } from '../src/settings'

const values: Record<string, Inspected & { defaultValue?: unknown }> = {
  'planls.profile': { defaultValue: 'standard' },
  'planls.currency': { globalValue: 'EUR', workspaceValue: 'GBP' },
  'planls.rules': { workspaceValue: { 'missing-budget': 'off' }, workspaceFolderValue: {} },
  'planls.start': { globalValue: null },
  'planls.server.path': { globalValue: '/bin/planls' },
  'planls.trace.server': { globalValue: 'verbose' }
}

test('defaults and the editor’s own settings are left out; the nearest value wins', () => {
  const found = explicitSettings(Object.keys(values), (key) => values[key])
  assert.deepEqual(found, { currency: 'GBP', rules: {} })
})
