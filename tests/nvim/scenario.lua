-- scenario.lua: what a user does with planls in Neovim, step by step, in the folder of the example plan.
local failed = false

local function step(name, run)
  local ok, err = pcall(run)
  io.stdout:write((ok and 'ok   ' or 'FAIL ') .. name .. (ok and '' or ': ' .. tostring(err)) .. '\n')
  failed = failed or not ok
end

local function wait_for(what, condition)
  if not vim.wait(20000, condition, 20) then
    error('waited in vain for ' .. what)
  end
end

local function diagnostics(code)
  return vim.tbl_filter(function(diagnostic)
    local lsp = diagnostic.user_data and diagnostic.user_data.lsp
    return (diagnostic.code or (lsp and lsp.code)) == code
  end, vim.diagnostic.get(0))
end

-- Places the cursor on the first occurrence of a text, in its middle.
local function go_to(text)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search('\\V' .. vim.fn.escape(text, '\\'), 'cW') > 0, 'no ' .. text)
  vim.fn.cursor(vim.fn.line('.'), vim.fn.col('.') + math.floor(#text / 2))
end

local function request(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000)
  for _, answer in pairs(answers or {}) do
    assert(not answer.err, vim.inspect(answer.err))
    return answer.result
  end
  error('no answer to ' .. method)
end

vim.opt.runtimepath:append(vim.env.PLANLS_NVIM)
vim.cmd('filetype plugin on')
vim.cmd('runtime plugin/planls.lua')
require('planls').setup({ cmd = { vim.env.PLANLS, 'lsp' } })

step('open a plan and see its warnings inline', function()
  vim.cmd('edit plan.md')
  wait_for('diagnostics', function()
    return #diagnostics('invalid-span') == 1
  end)
  local found = diagnostics('invalid-span')[1]
  local line = vim.api.nvim_buf_get_lines(0, found.lnum, found.lnum + 1, false)[1]
  assert(line:sub(found.col + 1, found.end_col) == 'Weeks 11–9', line:sub(found.col + 1, found.end_col))
  assert(#diagnostics('missing-owner') == 1)
end)

step('hover an initiative', function()
  go_to('Catalogue Migration')
  local hover = request('textDocument/hover', vim.lsp.util.make_position_params())
  assert(hover.contents.value:find('Ines %(Data%)'), hover.contents.value)
  assert(hover.contents.value:find('%$18K %+ %$4K = %$22K'), hover.contents.value)
end)

step('apply the quick fix and read the changed file', function()
  go_to('Weeks 11–9')
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {}, only = { 'quickfix' } }
  local actions = request('textDocument/codeAction', params)
  assert(actions and #actions > 0, 'no code action')
  local client = vim.lsp.get_active_clients and vim.lsp.get_active_clients()[1] or vim.lsp.get_clients()[1]
  vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
  vim.cmd('write')
  local text = table.concat(vim.fn.readfile('plan.md'), '\n')
  assert(text:find('  - Weeks 9–11: switch readers over', 1, true), 'the file was not mended')
  assert(not text:find('11–9', 1, true))
  wait_for('the warning to go', function()
    return #diagnostics('invalid-span') == 0
  end)
end)

step('jump from a task to its initiative', function()
  vim.cmd('edit tasks/loans.md')
  wait_for('the task file to be attached', function()
    return #diagnostics('done-with-open-subtasks') == 1
  end)
  go_to('Draw where the terminals stand')
  vim.lsp.buf.definition()
  wait_for('the jump', function()
    return vim.fn.expand('%:t') == 'plan.md'
  end)
  local line = vim.api.nvim_get_current_line()
  assert(line == '## Initiative: Self-Service Loans', line)
end)

step('jump from a reference to its document', function()
  vim.cmd('edit plan.md')
  go_to('notes/decisions.md')
  vim.lsp.buf.definition()
  wait_for('the jump', function()
    return vim.fn.expand('%:t') == 'decisions.md'
  end)
end)

step('checkhealth tells the version', function()
  vim.cmd('checkhealth planls')
  local report = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  assert(report:find('planls %d'), report)
end)

vim.cmd(failed and 'cquit 1' or 'quitall!')
