-- commands.lua: what :Planls does.
local compat = require('planls.compat')
local config = require('planls.config')
local run = require('planls.run')

local M = {}
local commands = {}

local REQUEST_FAILED = -32803 -- there is nothing to change

-- The client of the current buffer, or nil after saying that there is none.
local function current_client()
  local client = compat.clients(vim.api.nvim_get_current_buf())[1]
  if not client then
    compat.notify('no server is attached to this buffer; :checkhealth planls tells why', 'WARN')
  end
  return client
end

function commands.check()
  run.findings({ 'check' }, 'planls check', 'nothing is wrong')
end

function commands.gate(arguments)
  local call = { 'gate' }
  if arguments[1] then
    table.insert(call, '--base=' .. arguments[1])
  end
  run.findings(call, 'planls gate', 'nothing stands against a merge')
end

function commands.fix()
  local bufnr = vim.api.nvim_get_current_buf()
  local client = current_client()
  if not client then
    return
  end
  local before = vim.api.nvim_buf_get_changedtick(bufnr)
  local call = { command = 'planls.fixAll', arguments = { vim.uri_from_bufnr(bufnr) } }
  compat.request(client, 'workspace/executeCommand', call, function(err)
    if err and err.code ~= REQUEST_FAILED then
      compat.notify(err.message, 'ERROR')
    elseif err or vim.api.nvim_buf_get_changedtick(bufnr) == before then
      compat.notify('nothing here can be mended safely; a code action may offer a choice')
    end
  end, bufnr)
end

function commands.report(arguments)
  run.show(vim.list_extend({ 'report' }, arguments))
end

-- A name, --all or other options of `planls next`.
function commands.next(arguments)
  local call, name = { 'next' }, {}
  for _, word in ipairs(arguments) do
    table.insert(word:find('^%-%-') and call or name, word)
  end
  if #name > 0 then
    table.insert(call, '--owner=' .. table.concat(name, ' '))
  end
  run.show(call)
end

function commands.diff(arguments)
  run.show({ 'diff', arguments[1] or 'HEAD' })
end

-- The rule named, else the one that speaks on this line.
function commands.explain(arguments)
  local rule = arguments[1]
  if not rule then
    for _, one in ipairs(vim.diagnostic.get(0, { lnum = vim.fn.line('.') - 1 })) do
      local lsp = one.user_data and one.user_data.lsp
      rule = rule or (one.source == 'planls' and (one.code or (lsp and lsp.code)))
    end
  end
  if not rule then
    compat.notify('no finding on this line; :Planls explain RULE names a rule')
    return
  end
  run.show({ 'explain', '--format=markdown', rule }, 'markdown')
end

-- Moves the current file; links to it and in it follow.
function commands.move(arguments)
  local bufnr = vim.api.nvim_get_current_buf()
  local client = current_client()
  local old = vim.api.nvim_buf_get_name(bufnr)
  if not client then
    return
  end
  if not arguments[1] then
    compat.notify(':Planls move NEW-PATH moves this file', 'WARN')
    return
  end
  local new = vim.fn.fnamemodify(table.concat(arguments, ' '), ':p')
  if vim.fn.isdirectory(new) == 1 then
    new = new:gsub('/$', '') .. '/' .. vim.fn.fnamemodify(old, ':t')
  end
  if vim.fn.filereadable(new) == 1 then
    compat.notify(new .. ' is there already', 'ERROR')
    return
  end
  local params = { files = { { oldUri = vim.uri_from_fname(old), newUri = vim.uri_from_fname(new) } } }
  compat.request(client, 'workspace/willRenameFiles', params, function(err, edit)
    if err then
      compat.notify(err.message, 'ERROR')
      return
    end
    if edit then
      vim.lsp.util.apply_workspace_edit(edit, client.offset_encoding)
    end
    vim.cmd('silent update')
    vim.fn.mkdir(vim.fn.fnamemodify(new, ':h'), 'p')
    vim.lsp.util.rename(old, new)
    if vim.fn.has('nvim-0.11') == 1 then
      client:notify('workspace/didRenameFiles', params)
    else
      client.notify('workspace/didRenameFiles', params)
    end
  end, bufnr)
end

function commands.lens()
  vim.lsp.codelens.run()
end

function commands.hints()
  if not vim.lsp.inlay_hint then
    compat.notify('this Neovim has no inlay hints; 0.10 and newer have', 'WARN')
    return
  end
  vim.lsp.inlay_hint.enable(not vim.lsp.inlay_hint.is_enabled({ bufnr = 0 }), { bufnr = 0 })
end

function commands.restart()
  if config.program() then
    require('planls').restart()
  end
end

function commands.log()
  vim.cmd('split ' .. vim.fn.fnameescape(compat.log_path()))
  vim.cmd('normal! G')
end

function commands.health()
  vim.cmd('checkhealth planls')
end

local FORMATS = { '--format=text', '--format=markdown', '--format=mermaid', '--format=dot', '--format=json' }

--- fargs of :Planls.
function M.run(arguments)
  local name = table.remove(arguments, 1)
  if name and commands[name] then
    commands[name](arguments)
    return
  end
  local names = vim.tbl_keys(commands)
  table.sort(names)
  compat.notify((name and 'there is no :Planls ' .. name .. '; ' or '') .. 'try ' .. table.concat(names, ', '),
    name and 'ERROR' or 'INFO')
end

function M.complete(lead, line)
  local words = vim.split(line, '%s+')
  local offered = {}
  if #words <= 2 then
    offered = vim.tbl_keys(commands)
  elseif words[2] == 'report' then
    offered = FORMATS
  elseif words[2] == 'move' then
    offered = vim.fn.getcompletion(lead, 'file')
  end
  table.sort(offered)
  return vim.tbl_filter(function(one)
    return vim.startswith(one, lead)
  end, offered)
end

return M
