-- lib.lua: steps, waiting and looking, for what the tests do in a real Neovim from 0.7 on.
local M = { failed = false }

function M.step(name, run)
  local ok, err = xpcall(run, function(err)
    return debug.traceback(tostring(err), 2)
  end)
  io.stdout:write((ok and 'ok   ' or 'FAIL ') .. name .. (ok and '' or ': ' .. err) .. '\n')
  M.failed = M.failed or not ok
end

function M.left_out(name, why)
  io.stdout:write('left out: ' .. name .. ' (' .. why .. ')\n')
end

function M.finish()
  vim.cmd(M.failed and 'cquit 1' or 'quitall!')
end

--- Waits until the function gives something true, and gives that.
function M.wait_for(what, condition)
  local found
  local came = vim.wait(tonumber(vim.env.PLANLS_PATIENCE or 30) * 1000, function()
    found = condition()
    return found
  end, 20)
  if not came then
    error(('waited in vain for %s; told: %s'):format(what, vim.inspect(M.told)), 2)
  end
  return found
end

function M.equal(wanted, found, what)
  if not vim.deep_equal(wanted, found) then
    error(('%s: wanted %s, found %s'):format(what or 'value', vim.inspect(wanted), vim.inspect(found)), 2)
  end
end

function M.contains(text, part)
  if not text:find(part, 1, true) then
    error(('“%s” is not in: %s'):format(part, text), 2)
  end
end

function M.text(bufnr)
  return table.concat(vim.api.nvim_buf_get_lines(bufnr or 0, 0, -1, false), '\n')
end

function M.read(path)
  local file = assert(io.open(path, 'rb'))
  local text = file:read('*a')
  file:close()
  return text
end

function M.replace_all(text, old, new)
  local parts, at = {}, 1
  while true do
    local first, last = text:find(old, at, true)
    if not first then
      table.insert(parts, text:sub(at))
      return table.concat(parts)
    end
    table.insert(parts, text:sub(at, first - 1) .. new)
    at = last + 1
  end
end

function M.clients()
  local all = (vim.lsp.get_clients or vim.lsp.get_active_clients)()
  return vim.tbl_filter(function(client)
    return client.name == 'planls'
  end, all)
end

function M.stop(client)
  if vim.fn.has('nvim-0.11') == 1 then
    client:stop()
  else
    client.stop()
  end
end

function M.is_attached(bufnr)
  local client = M.clients()[1]
  return client and vim.lsp.buf_is_attached(bufnr or vim.api.nvim_get_current_buf(), client.id)
end

function M.code_of(diagnostic)
  local lsp = diagnostic.user_data and diagnostic.user_data.lsp
  return diagnostic.code or (lsp and lsp.code)
end

--- The codes shown in a buffer, sorted.
function M.codes(bufnr)
  local codes = vim.tbl_map(M.code_of, vim.diagnostic.get(bufnr or 0))
  table.sort(codes)
  return codes
end

--- Puts the cursor so many characters after the beginning of a text that stands once.
function M.go_to(text, offset)
  local whole = M.text()
  local first, last = whole:find(text, 1, true)
  assert(first, 'no ' .. text)
  assert(not whole:find(text, last, true), text .. ' stands there twice')
  local head = whole:sub(1, first - 1)
  local line = select(2, head:gsub('\n', '')) + 1
  local column = #head - (head:match('.*\n()') or 1) + 1
  local rest = vim.api.nvim_buf_get_lines(0, line - 1, line, false)[1]:sub(column + 1)
  vim.api.nvim_win_set_cursor(0, { line, column + vim.fn.byteidx(rest, offset or 0) })
end

--- The text of the floating window, or nil.
function M.float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return M.text(vim.api.nvim_win_get_buf(window)), window
    end
  end
end

function M.close_floats()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      vim.api.nvim_win_close(window, true)
    end
  end
end

--- What the user was told since the last call.
M.told = {}
vim.notify = function(text, level)
  table.insert(M.told, { text = text, level = level })
end
vim.notify_once = vim.notify

function M.was_told(part)
  for _, one in ipairs(M.told) do
    if one.text:find(part, 1, true) then
      return one
    end
  end
end

--- As the README says for this version.
function M.turn_on(options)
  vim.opt.runtimepath:append(vim.env.PLANLS_NVIM)
  vim.cmd('filetype plugin on')
  vim.cmd('runtime plugin/planls.lua')
  options = vim.tbl_extend('keep', options or {}, { cmd = { vim.env.PLANLS, 'lsp' } })
  if vim.fn.has('nvim-0.11') == 1 and vim.env.PLANLS_WAY == 'enable' then
    vim.lsp.config('planls', options)
    vim.lsp.enable('planls')
  else
    require('planls').setup(options)
  end
end

return M
