-- health.lua: :checkhealth planls
local M = {}

local health = vim.health or {}
local start = health.start or require('health').report_start
local ok = health.ok or require('health').report_ok
local warn = health.warn or require('health').report_warn
local bad = health.error or require('health').report_error

local function running()
  local get = vim.lsp.get_clients or vim.lsp.get_active_clients
  local count = 0
  for _, client in ipairs(get()) do
    if client.name == 'planls' then
      count = count + 1
    end
  end
  return count
end

function M.check()
  start('planls')
  local cmd = require('planls').options.cmd[1]
  if vim.fn.executable(cmd) ~= 1 then
    bad(cmd .. ' is not on PATH: build planls (see its README) or set cmd in setup()')
    return
  end
  local version = vim.fn.system({ cmd, '--version' }):gsub('%s+$', '')
  if vim.v.shell_error == 0 then
    ok(version .. ' (' .. vim.fn.exepath(cmd) .. ')')
  else
    bad(cmd .. ' --version failed: ' .. version)
  end
  local count = running()
  if count > 0 then
    ok(count .. (count == 1 and ' server runs' or ' servers run'))
  else
    warn('no server runs: open a Markdown file, or call require("planls").setup()')
  end
end

return M
