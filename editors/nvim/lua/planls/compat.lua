-- compat.lua: what is called differently between Neovim 0.7 and today.
local M = {}

M.get_clients = vim.lsp.get_clients or vim.lsp.get_active_clients

--- The planls clients; with a buffer only those attached to it.
function M.clients(bufnr)
  return vim.tbl_filter(function(client)
    return client.name == 'planls' and (not bufnr or vim.lsp.buf_is_attached(bufnr, client.id))
  end, M.get_clients())
end

--- Asks a client; the handler gets (err, result).
function M.request(client, method, params, handler, bufnr)
  if vim.fn.has('nvim-0.11') == 1 then
    return client:request(method, params, handler, bufnr)
  end
  return client.request(method, params, handler, bufnr)
end

function M.stop(client)
  if vim.fn.has('nvim-0.11') == 1 then
    client:stop()
  else
    client.stop()
  end
end

--- Is the configuration that this client was started with managed by vim.lsp.enable()?
function M.is_enabled()
  if not vim.lsp.enable then
    return false
  end
  if vim.lsp.is_enabled then
    return vim.lsp.is_enabled('planls')
  end
  return vim.lsp._enabled_configs ~= nil and vim.lsp._enabled_configs.planls ~= nil
end

function M.log_path()
  if vim.lsp.log and vim.lsp.log.get_filename then
    return vim.lsp.log.get_filename()
  end
  return vim.lsp.get_log_path()
end

function M.notify(text, level)
  vim.notify('planls: ' .. text, vim.log.levels[level or 'INFO'])
end

return M
