-- buffer.lua: what a buffer shows once planls is attached to it.
local compat = require('planls.compat')
local config = require('planls.config')
local restart = require('planls.restart')

local M = {}

-- Code lenses are asked for anew by Neovim itself from 0.12 on; before that, on these.
local LENS_EVENTS = { 'BufEnter', 'InsertLeave', 'TextChanged', 'BufWritePost' }

local function show_lenses(bufnr)
  if vim.fn.has('nvim-0.12') == 1 then
    vim.lsp.codelens.enable(true, { bufnr = bufnr })
    return
  end
  local function refresh()
    if #compat.clients(bufnr) == 0 then
      return
    end
    if vim.fn.has('nvim-0.10') == 1 then
      vim.lsp.codelens.refresh({ bufnr = bufnr })
    elseif vim.api.nvim_get_current_buf() == bufnr then
      vim.lsp.codelens.refresh()
    end
  end
  local group = vim.api.nvim_create_augroup('planls_lens_' .. bufnr, { clear = true })
  vim.api.nvim_create_autocmd(LENS_EVENTS, { group = group, buffer = bufnr, callback = refresh })
  refresh()
end

local function fold(bufnr)
  for _, window in ipairs(vim.fn.win_findbuf(bufnr)) do
    vim.api.nvim_win_call(window, function()
      vim.opt_local.foldmethod = 'expr'
      vim.opt_local.foldexpr = 'v:lua.vim.lsp.foldexpr()'
    end)
  end
end

-- planls formats tables, markers and ranges, not paragraphs: gq stays Neovim's own.
local function keep_gq(bufnr)
  for _, client in ipairs(compat.get_clients()) do
    local capabilities = client.server_capabilities or {}
    if client.name ~= 'planls' and vim.lsp.buf_is_attached(bufnr, client.id)
      and capabilities.documentRangeFormattingProvider then
      return
    end
  end
  if vim.bo[bufnr].formatexpr:find('v:lua.vim.lsp.formatexpr', 1, true) then
    vim.bo[bufnr].formatexpr = ''
  end
end

--- Shows what the options ask for; of a buffer in no window, as a rename opens many, once it comes into one.
local function show(bufnr)
  if vim.fn.bufwinid(bufnr) < 0 then
    vim.api.nvim_create_autocmd('BufWinEnter', {
      group = vim.api.nvim_create_augroup('planls_show_' .. bufnr, { clear = true }),
      buffer = bufnr,
      once = true,
      callback = function()
        if #compat.clients(bufnr) > 0 then
          show(bufnr)
        end
      end,
    })
    return
  end
  local options = config.options
  if options.code_lens then
    show_lenses(bufnr)
  end
  if options.inlay_hints and vim.lsp.inlay_hint and vim.fn.has('nvim-0.10') == 1 then
    vim.lsp.inlay_hint.enable(true, { bufnr = bufnr })
  end
  if options.folding and vim.lsp.foldexpr then
    fold(bufnr)
  end
end

-- What is accepted from the menu may be several lines: before Neovim applied it itself, they stood in one, with
-- NULs between them.
local function split_accepted(bufnr)
  vim.api.nvim_create_autocmd('CompleteDone', {
    group = vim.api.nvim_create_augroup('planls_accepted_' .. bufnr, { clear = true }),
    buffer = bufnr,
    callback = function()
      local row, column = unpack(vim.api.nvim_win_get_cursor(0))
      local line = vim.api.nvim_get_current_line()
      if not line:find('%z') then
        return
      end
      local before = vim.split(line:sub(1, column), '%z')
      vim.api.nvim_buf_set_lines(bufnr, row - 1, row, false, vim.split(line, '%z'))
      vim.api.nvim_win_set_cursor(0, { row + #before - 1, #before[#before] })
    end,
  })
end

function M.on_attach(client, bufnr)
  if not restart.remember(client, bufnr) then
    return
  end
  keep_gq(bufnr)
  if vim.fn.has('nvim-0.8') == 0 then
    vim.bo[bufnr].omnifunc = 'v:lua.vim.lsp.omnifunc'
  end
  split_accepted(bufnr)
  show(bufnr)
end

-- Neovim 0.12 leaves a configuration alone whose program is not there, and only its log tells.
local function say_what_is_missing(event)
  vim.schedule(function()
    if compat.is_enabled() and config.is_wanted(event.buf) then
      config.program()
    end
  end)
end

--- Sees to every buffer that is attached (0.8 and newer).
function M.watch()
  local group = vim.api.nvim_create_augroup('planls_attach', { clear = true })
  if vim.lsp.enable then
    vim.api.nvim_create_autocmd('FileType', { group = group, callback = say_what_is_missing })
  end
  vim.api.nvim_create_autocmd('LspAttach', {
    group = group,
    callback = function(event)
      local client = vim.lsp.get_client_by_id(event.data.client_id)
      if client and client.name == 'planls' then
        M.on_attach(client, event.buf)
      end
    end,
  })
  -- As when the file is read again by :edit.
  vim.api.nvim_create_autocmd('LspDetach', {
    group = group,
    callback = function(event)
      restart.forget(event.data.client_id, event.buf)
    end,
  })
end

return M
