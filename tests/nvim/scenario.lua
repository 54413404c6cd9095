-- scenario.lua: tests/scenario, step by step, with Neovim's own commands, in a copy of its workspace.
local lib = dofile(vim.env.PLANLS_TESTS .. '/lib.lua')
local scenario = vim.fn.json_decode(table.concat(vim.fn.readfile(vim.env.PLANLS_SCENARIO), '\n'))
local SEVERITIES = { error = vim.diagnostic.severity.ERROR, warning = vim.diagnostic.severity.WARN }
local steps = {}

lib.turn_on()
vim.o.hidden = true

local function check_diagnostics(step)
  local codes = vim.tbl_map(function(one)
    return one.code
  end, step.diagnostics)
  table.sort(codes)
  lib.wait_for('diagnostics ' .. vim.inspect(codes), function()
    return #lib.clients() == 1 and vim.deep_equal(codes, lib.codes())
  end)
  for _, wanted in ipairs(step.diagnostics) do
    lib.go_to(wanted.at)
    local cursor = vim.api.nvim_win_get_cursor(0)
    local found = vim.tbl_filter(function(one)
      return lib.code_of(one) == wanted.code
    end, vim.diagnostic.get(0))[1]
    lib.equal({ cursor[1] - 1, cursor[2] }, { found.lnum, found.col }, 'where ' .. wanted.code .. ' begins')
    lib.equal(SEVERITIES[wanted.severity], found.severity, 'severity')
    for _, part in ipairs(wanted.contains) do
      lib.contains(found.message, part)
    end
  end
end

local function open(step)
  vim.cmd('edit ' .. step.file)
  lib.wait_for('the server to see ' .. step.file, lib.is_attached)
end

local function go(step)
  open(step)
  lib.go_to(step.at, step.offset)
end

-- Where a jump has led: the file below the workspace and the line.
local function here()
  return { file = vim.fn.fnamemodify(vim.fn.expand('%:p'), ':.'), line = vim.api.nvim_get_current_line() }
end

local function sorted(places)
  table.sort(places, function(a, b)
    return a.file .. a.line < b.file .. b.line
  end)
  return places
end

function steps.open(step)
  open(step)
  if #step.diagnostics == 0 then
    vim.wait(200) -- what is to come, comes
  end
  check_diagnostics(step)
end

function steps.hover(step)
  go(step)
  vim.lsp.buf.hover()
  local text = lib.wait_for('the hover', lib.float)
  for _, part in ipairs(step.contains) do
    lib.contains(text, part)
  end
  lib.close_floats()
end

-- Virtual text of namespaces whose name holds a word.
local function virtual_text(word)
  local shown = {}
  for name, namespace in pairs(vim.api.nvim_get_namespaces()) do
    if name:find(word, 1, true) then
      for _, mark in ipairs(vim.api.nvim_buf_get_extmarks(0, namespace, 0, -1, { details = true })) do
        local lines = vim.list_extend({ mark[4].virt_text or {} }, mark[4].virt_lines or {})
        for _, chunks in ipairs(lines) do
          table.insert(shown, table.concat(vim.tbl_map(function(chunk)
            return chunk[1]
          end, chunks)))
        end
      end
    end
  end
  return shown
end

local function expect_shown(word, parts)
  for _, part in ipairs(parts) do
    lib.wait_for(part .. ' beside the text', function()
      vim.cmd('redraw')
      return table.concat(virtual_text(word), '\n'):find(part, 1, true)
    end)
  end
end

function steps.lenses(step)
  open(step)
  if vim.fn.has('nvim-0.12') == 1 then
    for _, part in ipairs(step.contains) do
      lib.wait_for('the lens ' .. part, function()
        vim.cmd('redraw')
        return vim.inspect(vim.lsp.codelens.get({ bufnr = 0 })):find(part, 1, true)
      end)
    end
  else
    expect_shown('codelens', step.contains)
  end
end

function steps.hints(step)
  open(step)
  if not vim.lsp.inlay_hint then
    lib.left_out('hints', 'this Neovim has none')
    return
  end
  for _, part in ipairs(step.contains) do
    lib.wait_for('the hint ' .. part, function()
      return vim.inspect(vim.lsp.inlay_hint.get({ bufnr = 0 })):find(part, 1, true)
    end)
  end
end

function steps.definition(step)
  go(step)
  vim.lsp.buf.definition()
  lib.wait_for('the jump to ' .. step.place.line, function()
    return vim.deep_equal(step.place, here())
  end)
end

local function expect_list(step, ask)
  go(step)
  vim.fn.setqflist({})
  vim.fn.setloclist(0, {})
  ask()
  local items = lib.wait_for('the list', function()
    local list = vim.fn.getqflist()
    list = #list > 0 and list or vim.fn.getloclist(0)
    return #list > 0 and list
  end)
  local found = vim.tbl_map(function(item)
    local path = vim.fn.fnamemodify(vim.fn.bufname(item.bufnr), ':p:.')
    vim.fn.bufload(item.bufnr)
    return { file = path, line = vim.api.nvim_buf_get_lines(item.bufnr, item.lnum - 1, item.lnum, false)[1] }
  end, items)
  vim.cmd('cclose')
  lib.equal(sorted(step.places), sorted(found), 'places')
end

function steps.implementation(step)
  expect_list(step, vim.lsp.buf.implementation)
end

function steps.references(step)
  expect_list(step, function()
    vim.lsp.buf.references({ includeDeclaration = false })
  end)
end

local function files()
  local found = {}
  for _, path in ipairs(vim.fn.glob('**/*.md', false, true)) do
    found[path] = lib.read(path)
  end
  return found
end

local function check_changes(before, changes)
  for path, replacements in pairs(changes) do
    for _, pair in ipairs(replacements) do
      assert(before[path]:find(pair[1], 1, true), pair[1])
      before[path] = lib.replace_all(before[path], pair[1], pair[2])
    end
  end
  lib.equal(before, files(), 'the files on disk')
end

function steps.fix(step)
  local before = files()
  go(step)
  local offered
  vim.ui.select = function(items, options, on_choice)
    offered = vim.tbl_map(options.format_item or tostring, items)
    for i, title in ipairs(offered) do
      if title:find(step.title, 1, true) then
        on_choice(items[i], i)
        return
      end
    end
    on_choice(nil)
  end
  vim.lsp.buf.code_action()
  lib.wait_for('the fix to be offered', function()
    return offered
  end)
  lib.contains(table.concat(offered, '\n'), step.title)
  lib.wait_for('the fix', function()
    return vim.bo.modified
  end)
  vim.cmd('silent write')
  check_changes(before, step.changes)
  check_diagnostics(step)
end

function steps.rename(step)
  local before = files()
  go(step)
  local proposed
  vim.ui.input = function(options, on_confirm)
    proposed = options.default
    on_confirm(step.to)
  end
  vim.lsp.buf.rename()
  lib.wait_for('the new name to be asked for', function()
    return proposed
  end)
  if vim.fn.has('nvim-0.8') == 1 then
    lib.equal(step.placeholder, proposed, 'the name proposed')
  end
  lib.wait_for('the rename', function()
    return vim.bo.modified
  end)
  vim.cmd('silent wall')
  check_changes(before, step.changes)
  check_diagnostics(step)
end

for number, step in ipairs(scenario.steps) do
  lib.step(('%2d %s %s'):format(number, step['do'], step.at or step.file), function()
    steps[step['do']](step)
  end)
end
lib.finish()
