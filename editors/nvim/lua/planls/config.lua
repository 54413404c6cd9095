-- config.lua: how the server is started, and where a plan's folder is.
local M = {}

local defaults = {
  cmd = { 'planls', 'lsp' },
  filetypes = { 'markdown' },
  root_markers = { '.planls.json', '.git' },
  settings = { planls = vim.empty_dict() }, -- the keys of .planls.json
  on_attach = nil, -- function(client, bufnr), as everywhere in Neovim
  capabilities = nil,
  code_lens = true, -- tasks, money, slack and gates above the items they belong to
  inlay_hints = true, -- dates beside weeks, sums beside budgets (0.10 and newer)
  folding = false, -- fold by sections, items, lists and tables (0.11 and newer)
  auto_restart = true, -- start the server again when it has crashed
}

M.options = vim.deepcopy(defaults)

function M.set(options)
  M.options = vim.tbl_deep_extend('force', vim.deepcopy(defaults), options or {})
end

--- An option that is in force, whether it was given to setup() or to vim.lsp.config().
local function in_force(name)
  local config = vim.fn.has('nvim-0.11') == 1 and vim.lsp.config.planls
  if config and config[name] ~= nil then
    return config[name]
  end
  return M.options[name]
end

function M.cmd()
  return in_force('cmd')
end

--- The settings as the server gets them.
function M.settings()
  return in_force('settings').planls or {}
end

--- The server's program, or nil after saying that it is not there.
function M.program()
  local cmd = M.cmd()
  if type(cmd) ~= 'table' then
    return 'planls' -- a function of the user's own starts it
  end
  if vim.fn.executable(cmd[1]) == 1 then
    return cmd[1]
  end
  vim.notify_once(('planls: cannot run "%s"; see :help planls-install'):format(cmd[1]), vim.log.levels.WARN)
  return nil
end

local function exists(path)
  return vim.fn.isdirectory(path) == 1 or vim.fn.filereadable(path) == 1
end

local function is_below(path, folder)
  return path == folder or path:sub(1, #folder + 1) == folder .. '/'
end

--- The folder that a file's plan lives in: the nearest one above it with the first marker, else with the second …,
--- else the current folder where the file is below it, else the file's own. A home folder or / never is.
function M.root_of(path)
  local folder = vim.fn.fnamemodify(path, ':p:h')
  for _, group in ipairs(in_force('root_markers')) do
    local at = folder
    while true do
      for _, marker in ipairs(type(group) == 'table' and group or { group }) do
        if exists((at == '/' and '' or at) .. '/' .. marker) then
          return at
        end
      end
      local above = vim.fn.fnamemodify(at, ':h')
      if above == at then
        break
      end
      at = above
    end
  end
  local here = vim.fn.getcwd()
  local home = vim.fn.fnamemodify('~', ':p'):gsub('/$', '')
  if here ~= home and here ~= '/' and is_below(folder, here) then
    return here
  end
  return folder
end

--- The file a buffer shows, or nil: not a scratch buffer, not another program's view.
function M.file_of(bufnr)
  local path = vim.api.nvim_buf_get_name(bufnr)
  if path == '' or vim.bo[bufnr].buftype ~= '' or path:find('^%a[%w+.-]+://') then
    return nil
  end
  return path
end

--- What every version starts the server with.
local function shared()
  return {
    name = 'planls',
    cmd = M.options.cmd,
    filetypes = M.options.filetypes,
    settings = M.options.settings,
    capabilities = M.options.capabilities,
    commands = require('planls.places').commands,
    -- Not every version sends settings of itself.
    before_init = function(params, config)
      params.initializationOptions = config.settings
    end,
    on_exit = function(code, signal, client_id)
      require('planls.restart').on_exit(code, signal, client_id)
    end,
  }
end

--- For vim.lsp.config (0.11 and newer).
function M.for_neovim()
  require('planls.buffer').watch()
  local config = shared()
  config.name = nil
  config.root_markers = M.options.root_markers
  config.root_dir = function(bufnr, on_dir)
    local path = M.file_of(bufnr)
    if path and M.program() then
      on_dir(M.root_of(path))
    end
  end
  return config
end

--- For vim.lsp.start_client (0.7 to 0.10).
function M.for_root(root)
  local config = shared()
  config.root_dir = root
  config.workspace_folders = { { uri = vim.uri_from_fname(root), name = vim.fn.fnamemodify(root, ':t') } }
  return config
end

--- Is the buffer one for planls?
function M.is_wanted(bufnr)
  return vim.api.nvim_buf_is_loaded(bufnr) and M.file_of(bufnr) ~= nil
    and vim.tbl_contains(in_force('filetypes'), vim.bo[bufnr].filetype)
end

return M
