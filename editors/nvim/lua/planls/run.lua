-- run.lua: planls as a program: its findings as a quickfix list, its reports in a scratch window.
local compat = require('planls.compat')
local config = require('planls.config')

local M = {}

--- The folder of the plan in view: that of the current file, else the current one.
function M.root()
  local client = compat.clients(vim.api.nvim_get_current_buf())[1]
  if client and client.config.root_dir then
    return client.config.root_dir
  end
  local path = config.file_of(vim.api.nvim_get_current_buf())
  return path and config.root_of(path) or vim.fn.getcwd()
end

-- The editor's settings count where no .planls.json does: then the program gets them in a file.
local function settings_file(root)
  local settings = config.settings()
  if vim.tbl_isempty(settings) or vim.fn.findfile('.planls.json', root .. ';') ~= '' then
    return nil
  end
  local path = vim.fn.tempname() .. '.json'
  vim.fn.writefile({ vim.fn.json_encode(settings) }, path)
  return path
end

-- The program sees what is on disk.
local function write_or_warn()
  if vim.o.autowrite or vim.o.autowriteall then
    vim.cmd('silent! wall')
  end
  for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
    if config.is_wanted(bufnr) and vim.bo[bufnr].modified then
      compat.notify('some buffers are not written: this is about the files on disk')
      return
    end
  end
end

--- Runs planls with arguments in the plan's folder; on_done(status, output, errors) comes later.
function M.run(arguments, on_done)
  local program = config.program()
  if not program then
    return
  end
  write_or_warn()
  local root = M.root()
  local command = vim.list_extend({ program }, arguments)
  local settings = arguments[1] ~= 'explain' and settings_file(root)
  if settings then
    vim.list_extend(command, { '--config', settings })
  end
  local output, errors = {}, {}
  vim.fn.jobstart(command, {
    cwd = root,
    stdout_buffered = true,
    stderr_buffered = true,
    on_stdout = function(_, lines)
      output = lines
    end,
    on_stderr = function(_, lines)
      errors = lines
    end,
    on_exit = function(_, status)
      if settings then
        vim.fn.delete(settings)
      end
      on_done(status, output, vim.trim(table.concat(errors, '\n')), root)
    end,
  })
end

-- ---- findings --------------------------------------------------------------------------------------

local TYPES = { error = 'E', warning = 'W', hint = 'I' }

-- Columns are counted in characters there, in bytes here.
local function byte_column(line, column)
  local at = line and vim.fn.byteidx(line, column - 1) or -1
  return at >= 0 and at + 1 or column
end

local function to_item(root, lines_of, finding)
  local path = root .. '/' .. finding.path
  if not lines_of[path] then
    lines_of[path] = vim.fn.filereadable(path) == 1 and vim.fn.readfile(path) or {}
  end
  local lines, first, last = lines_of[path], finding.range.start, finding.range['end']
  return {
    filename = path,
    lnum = first.line,
    col = byte_column(lines[first.line], first.column),
    end_lnum = last.line,
    end_col = byte_column(lines[last.line], last.column),
    type = TYPES[finding.severity] or 'I',
    text = ('%s [%s]'):format(finding.message, finding.code),
  }
end

--- Puts what `planls check` or `planls gate` says into the quickfix list.
function M.findings(arguments, title, nothing)
  table.insert(arguments, 2, '--format=json')
  M.run(arguments, function(status, output, errors)
    local ok, report = pcall(vim.fn.json_decode, table.concat(output, '\n'))
    if status > 1 or not ok then
      compat.notify(errors ~= '' and errors or 'planls ended with status ' .. status, 'ERROR')
      return
    end
    local lines_of, items = {}, {}
    for _, finding in ipairs(report.diagnostics) do
      table.insert(items, to_item(report.root, lines_of, finding))
    end
    vim.fn.setqflist({}, ' ', { title = title, items = items })
    if #items == 0 then
      vim.cmd('cclose')
      compat.notify(nothing)
      return
    end
    vim.cmd('botright copen')
    local summary = report.summary
    compat.notify(('%d errors, %d warnings, %d hints'):format(summary.errors, summary.warnings, summary.hints))
  end)
end

-- ---- text ------------------------------------------------------------------------------------------

local function scratch(name, lines, filetype)
  local full = 'planls://' .. name
  local bufnr = vim.fn.bufnr('^' .. full .. '$')
  if bufnr < 0 then
    bufnr = vim.api.nvim_create_buf(false, true)
    vim.api.nvim_buf_set_name(bufnr, full)
  end
  vim.bo[bufnr].modifiable = true
  vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, lines)
  vim.bo[bufnr].modifiable = false
  vim.bo[bufnr].bufhidden = 'wipe'
  vim.bo[bufnr].filetype = filetype
  local window = vim.fn.bufwinid(bufnr)
  if window > 0 then
    vim.api.nvim_set_current_win(window)
  else
    vim.cmd('botright sbuffer ' .. bufnr)
    vim.api.nvim_win_set_height(0, math.max(5, math.min(#lines, math.floor(vim.o.lines * 0.5))))
  end
  vim.opt_local.wrap = false
  vim.api.nvim_buf_set_keymap(bufnr, 'n', 'q', '<Cmd>close<CR>', { noremap = true, silent = true })
end

--- Shows what planls prints in a scratch window; q closes it.
function M.show(arguments, filetype)
  M.run(arguments, function(status, output, errors)
    while #output > 0 and output[#output] == '' do
      table.remove(output)
    end
    if status > 1 or #output == 0 then
      compat.notify(errors ~= '' and errors or 'nothing to show', status > 1 and 'ERROR' or 'INFO')
      return
    end
    scratch(table.concat(arguments, ' '), output, filetype or 'planls')
  end)
end

return M
