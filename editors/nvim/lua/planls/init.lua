-- init.lua: starts planls for Markdown buffers, on Neovim 0.7 and newer.
--
--   require('planls').setup()                        -- every Markdown buffer, planls from PATH
--   require('planls').setup({ cmd = { '/opt/planls/bin/planls', 'lsp' } })
--
-- On 0.11 and newer this is vim.lsp.config + vim.lsp.enable; before that, an autocommand that starts one
-- client per root and attaches it.

local M = {}

local defaults = {
  cmd = { 'planls', 'lsp' },
  filetypes = { 'markdown' },
  root_markers = { '.planls.json', '.git' },
  settings = { planls = {} },
  on_attach = nil, -- function(client, bufnr), as everywhere in Neovim
}

M.options = vim.deepcopy(defaults)

-- One client per root (0.7–0.10).
local clients = {}

--- The folder a file's plan lives in: the nearest one above it with a root marker, else its own.
function M.root_of(path)
  local folder = vim.fn.fnamemodify(path, ':p:h')
  local at = folder
  while true do
    for _, marker in ipairs(M.options.root_markers) do
      local candidate = at .. '/' .. marker
      if vim.fn.isdirectory(candidate) == 1 or vim.fn.filereadable(candidate) == 1 then
        return at
      end
    end
    local above = vim.fn.fnamemodify(at, ':h')
    if above == at then
      return folder
    end
    at = above
  end
end

local function client_for(root)
  local id = clients[root]
  if id and vim.lsp.get_client_by_id(id) then
    return id
  end
  id = vim.lsp.start_client({
    name = 'planls',
    cmd = M.options.cmd,
    root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = vim.fn.fnamemodify(root, ':t') } },
    settings = M.options.settings,
    on_attach = M.options.on_attach,
    on_exit = function()
      clients[root] = nil
    end,
  })
  clients[root] = id
  return id
end

--- Attaches planls to a buffer, starting it where it does not run yet. Says plainly when it is missing.
function M.attach(bufnr)
  bufnr = (bufnr == nil or bufnr == 0) and vim.api.nvim_get_current_buf() or bufnr
  local path = vim.api.nvim_buf_get_name(bufnr)
  if path == '' or vim.bo[bufnr].buftype ~= '' then
    return
  end
  if vim.fn.executable(M.options.cmd[1]) ~= 1 then
    vim.notify_once(
      ('planls: %s is not on PATH. Build it (see the README) or set cmd in setup().'):format(M.options.cmd[1]),
      vim.log.levels.WARN
    )
    return
  end
  local id = client_for(M.root_of(path))
  if id then
    vim.lsp.buf_attach_client(bufnr, id)
  end
end

--- Ends the server(s) and starts them anew for every Markdown buffer that is open.
function M.restart()
  local get = vim.lsp.get_clients or vim.lsp.get_active_clients
  for _, client in ipairs(get({ name = 'planls' })) do
    if client.name == 'planls' then
      vim.lsp.stop_client(client.id)
    end
  end
  vim.defer_fn(function()
    for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
      if vim.api.nvim_buf_is_loaded(bufnr) and vim.tbl_contains(M.options.filetypes, vim.bo[bufnr].filetype) then
        if vim.lsp.enable then
          vim.api.nvim_exec_autocmds('FileType', { buffer = bufnr, modeline = false })
        else
          M.attach(bufnr)
        end
      end
    end
  end, 500)
end

local function enable_builtin()
  vim.lsp.config('planls', {
    cmd = M.options.cmd,
    filetypes = M.options.filetypes,
    root_markers = M.options.root_markers,
    settings = M.options.settings,
    on_attach = M.options.on_attach,
  })
  vim.lsp.enable('planls')
end

local function enable_by_autocommand()
  local group = vim.api.nvim_create_augroup('planls', { clear = true })
  vim.api.nvim_create_autocmd('FileType', {
    group = group,
    pattern = M.options.filetypes,
    callback = function(event)
      M.attach(event.buf)
    end,
  })
  for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(bufnr) and vim.tbl_contains(M.options.filetypes, vim.bo[bufnr].filetype) then
      M.attach(bufnr)
    end
  end
end

--- Turns planls on. options: cmd, filetypes, root_markers, settings, on_attach (all optional).
function M.setup(options)
  M.options = vim.tbl_deep_extend('force', vim.deepcopy(defaults), options or {})
  if vim.fn.has('nvim-0.11') == 1 then
    enable_builtin()
  else
    enable_by_autocommand()
  end
end

return M
