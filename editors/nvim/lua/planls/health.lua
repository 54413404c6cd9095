-- health.lua: :checkhealth planls
local compat = require('planls.compat')
local config = require('planls.config')

local M = {}

local health = vim.health or {}
local start = health.start or require('health').report_start
local ok = health.ok or require('health').report_ok
local info = health.info or require('health').report_info
local warn = health.warn or require('health').report_warn
local bad = health.error or require('health').report_error

local function check_program()
  local cmd = config.cmd()
  if type(cmd) ~= 'table' then
    info('cmd is a function: what it starts is not looked at')
    return
  end
  if vim.fn.executable(cmd[1]) ~= 1 then
    bad(cmd[1] .. ' is not a program on PATH', {
      'Install planls as its README says',
      "or say where it is: vim.lsp.config('planls', { cmd = { '/path/to/planls', 'lsp' } })",
      "(before 0.11: require('planls').setup({ cmd = … }))",
    })
    return
  end
  local version = vim.fn.system({ cmd[1], '--version' }):gsub('%s+$', '')
  if vim.v.shell_error == 0 then
    ok(version .. ' (' .. vim.fn.exepath(cmd[1]) .. ')')
  else
    bad(cmd[1] .. ' --version failed: ' .. version)
  end
end

local function check_editor()
  local function has(name, version)
    return name .. (vim.fn.has('nvim-' .. version) == 1 and '' or ' (from ' .. version .. ' on)')
  end
  local missing = vim.tbl_filter(function(name)
    return name:find('from', 1, true) ~= nil
  end, { has('semantic tokens', '0.9'), has('inlay hints', '0.10'), has('folding', '0.11') })
  if #missing == 0 then
    ok('this Neovim has all that planls can show')
  else
    info('not in this Neovim: ' .. table.concat(missing, ', '))
  end
end

local function check_servers()
  local clients = compat.clients()
  for _, client in ipairs(clients) do
    ok('a server runs for ' .. (client.config.root_dir or 'single files') .. ' (positions in ' .. client.offset_encoding .. ')')
  end
  if #clients > 0 then
    return
  end
  if vim.fn.has('nvim-0.11') == 1 and not compat.is_enabled() then
    warn("planls is not turned on: put vim.lsp.enable('planls') into your init.lua")
  else
    info('no server runs: it starts with the first Markdown file')
  end
end

function M.check()
  start('planls')
  check_program()
  check_editor()
  check_servers()
  info('log: ' .. compat.log_path())
end

return M
