-- typing.lua: a second Neovim in a terminal, typed into key by key: what comes as one types, the menu of
-- completion, and a server that is killed in the middle of a word.
local lib = dofile(vim.env.PLANLS_TESTS .. '/lib.lua')
local step, wait_for, equal, contains = lib.step, lib.wait_for, lib.equal, lib.contains

local socket = vim.fn.tempname()
local started, why = pcall(vim.fn.jobstart, { vim.env.PLANLS_EDITOR, '--listen', socket, '-u', 'NONE', '-i', 'NONE', '-n' },
  { pty = true, width = 110, height = 40, env = { TERM = 'xterm-256color', NVIM = '' } })
if not started then
  print('skipped: no terminal can be opened here: ' .. why)
  vim.cmd('qall!')
end
local nvim = wait_for('the second Neovim', function()
  local ok, channel = pcall(vim.fn.sockconnect, 'pipe', socket, { rpc = true })
  return ok and channel > 0 and channel
end)
local function call(method, ...)
  return vim.rpcrequest(nvim, method, ...)
end
local function lua(code, ...)
  return call('nvim_exec_lua', code, { ... })
end

-- Keys one by one; <…> is one key.
local function type_keys(keys)
  local at = 1
  while at <= #keys do
    local key = keys:match('^<[%w-]+>', at) or keys:match('^[%z\1-\127\194-\244][\128-\191]*', at)
    call('nvim_input', key == '<' and '<lt>' or key)
    vim.wait(8)
    at = at + #key
  end
end

local function text()
  return table.concat(call('nvim_buf_get_lines', 0, 0, -1, false), '\n')
end

local function codes()
  return lua([[
    local codes = {}
    for _, one in ipairs(vim.diagnostic.get(0)) do
      local lsp = one.user_data and one.user_data.lsp
      table.insert(codes, one.code or (lsp and lsp.code))
    end
    table.sort(codes)
    return table.concat(codes, ' ')
  ]])
end

local function server()
  return lua([[
    for _, client in ipairs((vim.lsp.get_clients or vim.lsp.get_active_clients)()) do
      if client.name == 'planls' and vim.lsp.buf_is_attached(0, client.id) then
        return client.id
      end
    end
    return -1
  ]])
end

-- The server's process: the one child of that Neovim that is planls.
local function server_pid()
  local parent = lua('return vim.fn.getpid()')
  for _, pid in ipairs(call('nvim_get_proc_children', parent)) do
    local process = call('nvim_get_proc', pid)
    if process ~= vim.NIL and process.name == 'planls' then
      return pid
    end
  end
end

local function kill()
  local pid = wait_for('the server\'s process', server_pid)
  vim.loop.kill(pid, 'sigkill')
  return pid
end

-- As a user sees it.
local function screen()
  return lua([[
    vim.cmd('redraw')
    local rows = {}
    for row = 1, vim.o.lines do
      local cells = {}
      for column = 1, vim.o.columns do
        table.insert(cells, vim.fn.screenstring(row, column))
      end
      table.insert(rows, table.concat(cells))
    end
    return table.concat(rows, '\n')
  ]])
end

step('a Neovim in a terminal opens the plan', function()
  lua([[
    vim.opt.runtimepath:append(vim.env.PLANLS_NVIM)
    vim.cmd('filetype plugin on | runtime plugin/planls.lua')
    vim.o.completeopt = 'menuone,noselect'
    vim.o.hidden = true
    told = {}
    vim.notify = function(text) table.insert(told, text) end
    local cmd = { vim.env.PLANLS, 'lsp' }
    if vim.fn.has('nvim-0.11') == 1 then
      vim.lsp.config('planls', { cmd = cmd })
      vim.lsp.enable('planls')
    else
      require('planls').setup({ cmd = cmd })
    end
  ]])
  call('nvim_command', 'edit plan.md')
  wait_for('its finding', function()
    return codes() == 'invalid-span'
  end)
end)

step('the lens and the hints stand on the screen', function()
  wait_for('the lens', function()
    return screen():find('2/6 tasks · $240K · slack 5 w', 1, true)
  end)
  if vim.fn.has('nvim-0.10') == 1 then
    wait_for('the hint', function()
      return screen():find('2 Jan – 22 Jan 2040', 1, true)
    end)
  end
end)

step('the finding goes as the mistake is typed over, and comes back', function()
  type_keys('/8–4<CR>')
  type_keys('c3l4–8<Esc>')
  wait_for('no finding', function()
    return codes() == ''
  end)
  contains(text(), '- Weeks 4–8: build')
  type_keys('u')
  wait_for('the finding', function()
    return codes() == 'invalid-span'
  end)
end)

step('an item typed from nothing is judged, and the menu offers what it lacks', function()
  type_keys('Go<CR>## Initiative: Night Ferry<CR>- **Owner:** Ayo (Operations)<CR>')
  wait_for('what is missing', function()
    return codes():find('missing-timeline', 1, true)
  end)
  type_keys('- **<C-x><C-o>')
  local words = wait_for('the menu', function()
    local info = call('nvim_call_function', 'complete_info', { { 'items' } })
    return #info.items > 0 and vim.inspect(info.items)
  end)
  contains(words, 'Timeline')
  contains(words, 'Success Criteria')
  type_keys('<C-e><Esc>')
end)

step('what is accepted stands behind what was typed of it, and its lines are lines', function()
  local function accept(keys)
    type_keys(keys .. '<C-x><C-o>')
    wait_for('the menu', function()
      return #call('nvim_call_function', 'complete_info', { { 'items' } }).items > 0
    end)
    type_keys('<C-n><C-y>')
  end
  accept('cc- **Suc')
  wait_for('the field', function()
    return text():find('\n- **Success Criteria:** ', 1, true)
  end)
  type_keys('20 boats<CR>Ask @Ay<Esc>cc')
  accept('Ask @Ay')
  wait_for('the name', function()
    return text():find('\nAsk @Ayo', 1, true)
  end)
  type_keys('<CR><CR>## ')
  accept('')
  wait_for('an item in lines', function()
    return text():find('## Initiative: Title\n- **', 1, true)
  end)
  type_keys('<Esc>')
end)

step('killed in the middle of a word, the server comes back and nothing typed is lost', function()
  local old = server()
  type_keys('o- **Budget:** $1')
  local pid = kill()
  type_keys('2K night pay')
  wait_for('another server', function()
    local now = server()
    return now > 0 and now ~= old and server_pid() and server_pid() ~= pid
  end)
  type_keys(' and tea')
  equal('i', call('nvim_get_mode').mode, 'mode')
  type_keys('<Esc>')
  contains(text(), '- **Budget:** $12K night pay and tea')
  contains(text(), '## Initiative: Night Ferry')
  wait_for('findings of what was typed', function()
    return codes():find('invalid-span', 1, true) and codes():find('missing-timeline', 1, true)
  end)
  wait_for('the word that it was so', function()
    return lua([[return table.concat(told, '\n')]]):find('was started again', 1, true)
  end)
  -- The server holds exactly this text: what it says of the last line's money is what stands there.
  type_keys('^/12K<CR>')
  lua('vim.lsp.buf.hover()')
  wait_for('the hover', function()
    return screen():find('$12K', 1, true) and screen():find('night pay and tea', 1, true)
  end)
end)

step('a server that always crashes is left alone after a while', function()
  for _ = 1, 3 do
    local old = server()
    kill()
    wait_for('another server or the word', function()
      local now = server()
      return (now > 0 and now ~= old and server_pid())
        or lua([[return table.concat(told, '\n')]]):find('server crashed', 1, true)
    end)
  end
  wait_for('the word', function()
    return lua([[return table.concat(told, '\n')]]):find(':Planls restart tries again', 1, true)
  end)
  equal(-1, server(), 'server')
  type_keys('othe text is still mine<Esc>')
  contains(text(), 'the text is still mine')
  call('nvim_command', 'Planls restart')
  wait_for('a server', function()
    return server() > 0 and codes():find('invalid-span', 1, true)
  end)
end)

step('written, the file holds it all; quitting ends the server', function()
  local pid = wait_for('the server\'s process', server_pid)
  call('nvim_command', 'silent write')
  contains(lib.read('plan.md'), '- **Budget:** $12K night pay and tea\n')
  contains(lib.read('plan.md'), 'the text is still mine\n')
  pcall(vim.rpcnotify, nvim, 'nvim_command', 'quitall!')
  wait_for('its end', function()
    return vim.loop.kill(pid, 0) ~= 0
  end)
end)

lib.finish()
