-- commands.lua: :Planls and what stands around it: lists, reports, lenses, moving a file, health, a missing
-- binary, and what plain Markdown does not notice.
local lib = dofile(vim.env.PLANLS_TESTS .. '/lib.lua')
local step, wait_for, equal, contains = lib.step, lib.wait_for, lib.equal, lib.contains

vim.o.hidden = true

local function scratch(name)
  return wait_for('the window planls://' .. name, function()
    local bufnr = vim.fn.bufnr('^planls://' .. name)
    return bufnr > 0 and vim.fn.bufwinid(bufnr) > 0 and bufnr
  end)
end

local function close_others()
  vim.cmd('silent! only')
  vim.cmd('silent! cclose')
end

local function open(path)
  vim.cmd('edit ' .. path)
  wait_for('the server to see ' .. path, lib.is_attached)
end

local function stop_all()
  close_others()
  vim.cmd('silent %bwipeout!')
  for _, client in ipairs(lib.clients()) do
    lib.stop(client)
  end
  wait_for('the end of the server', function()
    return #lib.clients() == 0
  end)
end

step('a binary that is not there is named once, with what to do', function()
  lib.turn_on({ cmd = { 'no-such-planls', 'lsp' } })
  vim.cmd('edit plan.md')
  local told = wait_for('the word', function()
    return lib.was_told('cannot run "no-such-planls"')
  end)
  contains(told.text, ':help planls-install')
  equal({}, lib.clients(), 'servers')
  vim.cmd('Planls check')
  vim.cmd('checkhealth planls')
  contains(lib.text(), 'no-such-planls is not a program on PATH')
  contains(lib.text(), "vim.lsp.config('planls'")
  vim.cmd('silent! bwipeout! health:// | silent! tabonly! | silent! only')
  vim.cmd('silent! %bwipeout!')
end)

step('and once it is there, it runs', function()
  lib.turn_on()
  open('plan.md')
  wait_for('diagnostics', function()
    return #lib.codes() == 1
  end)
end)

step('settings reach the server', function()
  -- The plan's own file wins over the editor: without it the editor's count.
  os.rename('.planls.json', '.not.json')
  stop_all()
  lib.turn_on({ settings = { planls = { rules = { ['invalid-span'] = 'hint' } } } })
  open('plan.md')
  wait_for('the finding as a hint', function()
    local found = vim.diagnostic.get(0)
    return #found > 0 and found[1].severity > vim.diagnostic.severity.WARN
  end)
  vim.cmd('Planls check')
  wait_for('the list', function()
    return #vim.fn.getqflist() > 0
  end)
  equal('I', vim.fn.getqflist()[1].type, 'type')
  os.rename('.not.json', '.planls.json')
  stop_all()
  lib.turn_on({ settings = { planls = vim.empty_dict() } })
  open('plan.md')
end)

step(':Planls check fills the quickfix list with the whole workspace', function()
  vim.fn.setqflist({})
  vim.cmd('Planls check')
  local items = wait_for('the list', function()
    local list = vim.fn.getqflist()
    return #list > 0 and list
  end)
  equal(2, #items, 'findings')
  equal('plan.md', vim.fn.fnamemodify(vim.fn.bufname(items[1].bufnr), ':t'))
  equal({ 10, 5, 'E' }, { items[1].lnum, items[1].col, items[1].type }, 'the first finding')
  contains(items[1].text, 'Weeks 8–4 ends before it begins [invalid-span]')
  equal('fleet.md', vim.fn.fnamemodify(vim.fn.bufname(items[2].bufnr), ':t'))
  contains(vim.fn.getqflist({ title = 1 }).title, 'planls check')
  close_others()
end)

step(':Planls report and next show the plan in a window that q closes', function()
  open('plan.md')
  vim.cmd('Planls report')
  local bufnr = scratch('report')
  contains(lib.text(bufnr), 'Charging Piers')
  contains(lib.text(bufnr), '$240K')
  equal(false, vim.bo[bufnr].modifiable, 'modifiable')
  equal(bufnr, vim.api.nvim_get_current_buf(), 'where the cursor is')
  vim.api.nvim_feedkeys('q', 'xt', false)
  assert(vim.fn.bufwinid(bufnr) < 0, 'the window is still open')
  vim.cmd('Planls report --format=mermaid')
  contains(lib.text(scratch('report --format=mermaid')), 'gantt')
  close_others()
  open('plan.md')
  vim.cmd('Planls next --all Hanne')
  contains(lib.text(scratch('next')), 'Charging Piers')
  close_others()
end)

step(':Planls explain tells the rule that speaks on this line', function()
  open('plan.md')
  lib.go_to('Weeks 8–4')
  vim.cmd('Planls explain')
  contains(lib.text(scratch('explain')), 'invalid-span')
  close_others()
end)

step(':Planls gate lists what stands against a merge', function()
  vim.fn.setqflist({})
  open('plan.md')
  vim.cmd('Planls gate')
  wait_for('the list', function()
    return #vim.fn.getqflist() > 0
  end)
  contains(vim.fn.getqflist({ title = 1 }).title, 'planls gate')
  close_others()
end)

step(':Planls diff says it when there is no git', function()
  open('plan.md')
  lib.told = {}
  vim.cmd('Planls diff')
  wait_for('the word', function()
    return #lib.told > 0
  end)
end)

step('a lens lists the tasks it counts', function()
  open('plan.md')
  lib.go_to('Initiative: Charging Piers', 14)
  vim.fn.setqflist({})
  wait_for('the lenses', function()
    return #(vim.fn.has('nvim-0.12') == 1 and vim.lsp.codelens.get({ bufnr = 0 })
      or vim.lsp.codelens.get(vim.api.nvim_get_current_buf())) > 0
  end)
  vim.cmd('Planls lens')
  local items = wait_for('the places', function()
    local list = vim.fn.getqflist()
    return #list > 0 and list
  end)
  equal(6, #items, 'tasks')
  close_others()
end)

step(':Planls fix mends what is safe, and :undo takes it back', function()
  open('plan.md')
  vim.cmd('Planls fix')
  wait_for('the fix', function()
    return lib.text():find('Weeks 4–8', 1, true)
  end)
  vim.cmd('undo')
  contains(lib.text(), 'Weeks 8–4')
  vim.cmd('redo')
  vim.cmd('silent write')
  lib.told = {}
  vim.cmd('Planls fix')
  wait_for('the word that there is nothing', function()
    return lib.was_told('nothing here can be mended safely')
  end)
end)

step(':Planls move takes the links along', function()
  open('notes/decisions.md')
  vim.cmd('Planls move archive/decided.md')
  wait_for('the move', function()
    return vim.fn.filereadable('archive/decided.md') == 1 and vim.fn.expand('%:t') == 'decided.md'
  end)
  equal(0, vim.fn.filereadable('notes/decisions.md'), 'the old file')
  vim.cmd('silent wall')
  contains(lib.read('plan.md'), '[the decisions](archive/decided.md)')
  contains(lib.read('archive/decided.md'), '(../plan.md#initiative-charging-piers)')
end)

step('gq, folds and plain files are as they were', function()
  vim.fn.writefile({ '# Soup', '', string.rep('carrot ', 30) }, 'soup.md')
  open('soup.md')
  vim.wait(500)
  equal({}, vim.diagnostic.get(0), 'diagnostics')
  equal('', vim.bo.formatexpr, 'formatexpr')
  equal('manual', vim.wo.foldmethod, 'foldmethod')
  vim.bo.textwidth = 60
  vim.cmd('normal! G0gqq')
  assert(vim.fn.line('$') > 4, 'gq did not wrap the line: ' .. lib.text())
  vim.cmd('silent write')
end)

step('folds follow the plan where that is asked for', function()
  if not vim.lsp.foldexpr then
    lib.left_out('folds', 'this Neovim has none of a server\'s')
    return
  end
  require('planls.config').options.folding = true
  open('tasks/piers.md')
  open('plan.md')
  vim.cmd('edit')
  wait_for('the folds', function()
    return vim.fn.foldlevel(5) == 1 and vim.fn.foldlevel(6) == 2 and vim.fn.foldlevel(9) == 3
  end)
  require('planls.config').options.folding = false
  vim.wo.foldmethod = 'manual'
end)

step('a folder without any plan shows nothing', function()
  stop_all()
  vim.fn.mkdir('../prose')
  vim.cmd('cd ../prose')
  vim.fn.writefile({ '# Shopping', '', '- bread, $3 by Friday', '- salt', '', 'See [the list](list.md#none).', '', '## Weeks 8-4' }, 'README.md')
  open('README.md')
  vim.wait(1500)
  equal({}, vim.diagnostic.get(), 'diagnostics, those of files that are not open included')
  equal({}, vim.lsp.inlay_hint and vim.lsp.inlay_hint.get({ bufnr = 0 }) or {}, 'hints')
  for name, namespace in pairs(vim.api.nvim_get_namespaces()) do
    if name:find('codelens', 1, true) then
      equal({}, vim.api.nvim_buf_get_extmarks(0, namespace, 0, -1, {}), name)
    end
  end
  lib.told = {}
  vim.cmd('Planls check')
  wait_for('the word', function()
    return lib.was_told('nothing is wrong')
  end)
  stop_all()
  vim.cmd('cd ../plan')
end)

step('a scratch buffer is not the server\'s', function()
  local before = #lib.clients()
  vim.cmd('enew')
  vim.bo.buftype = 'nofile'
  vim.bo.filetype = 'markdown'
  vim.wait(200)
  assert(not lib.is_attached(), 'attached to a scratch buffer')
  equal(before, #lib.clients(), 'servers')
end)

step(':Planls restart gives a new server that says the same', function()
  open('tasks/fleet.md')
  wait_for('diagnostics', function()
    return #lib.codes() == 1
  end)
  local old = lib.clients()[1].id
  vim.cmd('Planls restart')
  wait_for('another server', function()
    local clients = lib.clients()
    return #clients == 1 and clients[1].id ~= old and lib.is_attached()
  end)
  wait_for('its diagnostics', function()
    return vim.deep_equal({ 'done-with-open-subtasks' }, lib.codes())
  end)
end)

step(':Planls log, :Planls alone, a wrong word and completion', function()
  vim.cmd('Planls log')
  contains(vim.fn.expand('%:t'), 'lsp.log')
  vim.cmd('bwipeout')
  lib.told = {}
  vim.cmd('Planls')
  assert(lib.was_told('check, diff, explain, fix'), vim.inspect(lib.told))
  vim.cmd('Planls dance')
  assert(lib.was_told('there is no :Planls dance'))
  equal({ 'report', 'restart' }, vim.fn.getcompletion('Planls re', 'cmdline'))
  equal({ '--format=markdown', '--format=mermaid' }, vim.fn.getcompletion('Planls report --format=m', 'cmdline'))
end)

step('checkhealth tells the version, the server and the log', function()
  vim.cmd('checkhealth planls')
  contains(lib.text(), 'planls ')
  assert(lib.text():find('planls %d'), lib.text())
  contains(lib.text(), 'a server runs for ')
  contains(lib.text(), 'lsp.log')
end)

step('every tag of the help is found', function()
  vim.cmd('helptags ' .. vim.env.PLANLS_HELP_COPY)
  vim.opt.runtimepath:append(vim.fn.fnamemodify(vim.env.PLANLS_HELP_COPY, ':h'))
  for _, tag in ipairs({ 'planls', 'planls-install', 'planls-setup', 'planls-commands', ':Planls', 'planls-settings' }) do
    vim.cmd('help ' .. tag)
    equal('planls.txt', vim.fn.expand('%:t'), tag)
  end
end)

lib.finish()
