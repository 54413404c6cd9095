-- restart.lua: a server that has crashed is started again, a few times; the buffers keep all that was typed.
local compat = require('planls.compat')
local config = require('planls.config')

local M = {}

local MOST = 3 -- crashes …
local WITHIN = 180 -- … in so many seconds, then the user is asked to look
local crashes = {}
local attached = {} -- client id → { bufnr, … }
local leaving = false

vim.api.nvim_create_autocmd('VimLeavePre', {
  callback = function()
    leaving = true
  end,
})

--- Says whether the buffer was not known to be the client's.
function M.remember(client, bufnr)
  attached[client.id] = attached[client.id] or {}
  if vim.tbl_contains(attached[client.id], bufnr) then
    return false
  end
  table.insert(attached[client.id], bufnr)
  return true
end

--- The buffer is no longer the client's.
function M.forget(client_id, bufnr)
  attached[client_id] = vim.tbl_filter(function(one)
    return one ~= bufnr
  end, attached[client_id] or {})
end

local function start_again(buffers)
  require('planls').attach_all(buffers)
end

-- Runs once Neovim has forgotten the client that is gone.
local function after_exit(client_id, action)
  local tries = 0
  local function look()
    tries = tries + 1
    if vim.lsp.get_client_by_id(client_id) and tries < 100 then
      vim.defer_fn(look, 20)
    else
      action()
    end
  end
  vim.defer_fn(look, 20)
end

local function crashed(code, signal, client_id, buffers)
  if leaving or not config.options.auto_restart or #buffers == 0 then
    return
  end
  local now = os.time()
  crashes = vim.tbl_filter(function(at)
    return now - at < WITHIN
  end, crashes)
  table.insert(crashes, now)
  if #crashes > MOST then
    after_exit(client_id, function()
      vim.cmd('redraw')
      compat.notify(('the server crashed %d times; :Planls restart tries again'):format(#crashes), 'ERROR')
    end)
    return
  end
  after_exit(client_id, function()
    start_again(buffers)
    local how = signal ~= 0 and 'signal ' .. signal or 'status ' .. code
    -- In a line of its own: two at once would make Neovim wait for a key, and swallow one that was typed.
    vim.cmd('redraw')
    compat.notify(('the server ended (%s) and was started again'):format(how), 'WARN')
  end)
end

--- From the client's on_exit. A server that was asked to end does so with 0, or is terminated (15).
function M.on_exit(code, signal, client_id)
  local buffers = attached[client_id] or {}
  attached[client_id] = nil
  vim.schedule(function()
    -- Findings of files that are not open stay otherwise.
    vim.diagnostic.reset(vim.lsp.diagnostic.get_namespace(client_id))
  end)
  if (code ~= 0 or signal ~= 0) and signal ~= 15 and code ~= 143 then
    vim.schedule(function()
      crashed(code, signal, client_id, buffers)
    end)
  end
end

--- Ends all servers and starts them anew for every buffer that wants one.
function M.now()
  crashes = {}
  local running = compat.clients()
  for _, client in ipairs(running) do
    attached[client.id] = nil
    compat.stop(client)
  end
  local left = #running
  if left == 0 then
    start_again()
  end
  for _, client in ipairs(running) do
    after_exit(client.id, function()
      left = left - 1
      if left == 0 then
        start_again()
      end
    end)
  end
end

return M
