-- init.lua: require('planls').setup() starts planls for Markdown buffers, on Neovim 0.7 and newer.
--
-- On 0.11 and newer it is vim.lsp.config() and vim.lsp.enable(), which do as well alone; before that, an
-- autocommand that starts one client per folder and attaches it.
local buffer = require('planls.buffer')
local compat = require('planls.compat')
local config = require('planls.config')

local M = {}

-- Folder → client (0.7 to 0.10).
local clients = {}

local function client_for(root)
  if clients[root] and vim.lsp.get_client_by_id(clients[root]) then
    return clients[root]
  end
  local options = config.for_root(root)
  options.on_attach = function(client, bufnr)
    if vim.fn.exists('##LspAttach') == 0 then
      buffer.on_attach(client, bufnr)
    end
    if config.options.on_attach then
      config.options.on_attach(client, bufnr)
    end
  end
  clients[root] = vim.lsp.start_client(options)
  return clients[root]
end

--- Attaches planls to a buffer, starting it where it does not run yet (0.7 to 0.10).
function M.attach(bufnr)
  bufnr = (bufnr == nil or bufnr == 0) and vim.api.nvim_get_current_buf() or bufnr
  local path = config.file_of(bufnr)
  if not path or not config.program() then
    return
  end
  local id = client_for(config.root_of(path))
  if id then
    vim.lsp.buf_attach_client(bufnr, id)
  end
end

--- Starts what is not running for the buffers that want it.
function M.attach_all(buffers)
  for _, bufnr in ipairs(buffers or vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_valid(bufnr) and config.is_wanted(bufnr) then
      if compat.is_enabled() then
        vim.api.nvim_buf_call(bufnr, function()
          vim.api.nvim_exec_autocmds('FileType', { group = 'nvim.lsp.enable', modeline = false })
        end)
      elseif vim.fn.has('nvim-0.11') == 0 then
        M.attach(bufnr)
      end
    end
  end
end

function M.restart()
  require('planls.restart').now()
end

--- Turns planls on. :help planls-setup tells the options.
function M.setup(options)
  config.set(options)
  if vim.fn.has('nvim-0.11') == 1 then
    local mine = config.for_neovim()
    mine.on_attach = config.options.on_attach
    vim.lsp.config('planls', mine)
    vim.lsp.enable('planls')
    return
  end
  if vim.fn.exists('##LspAttach') == 1 then
    buffer.watch()
  end
  local group = vim.api.nvim_create_augroup('planls', { clear = true })
  vim.api.nvim_create_autocmd('FileType', {
    group = group,
    pattern = config.options.filetypes,
    callback = function(event)
      M.attach(event.buf)
    end,
  })
  M.attach_all()
end

return M
