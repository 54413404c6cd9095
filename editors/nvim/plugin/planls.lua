-- planls.lua: the command. Nothing starts before vim.lsp.enable('planls') or require('planls').setup().
if vim.g.loaded_planls then
  return
end
vim.g.loaded_planls = true

vim.api.nvim_create_user_command('Planls', function(command)
  require('planls.commands').run(command.fargs)
end, {
  nargs = '*',
  desc = 'planls: check, fix, report, next, gate …',
  complete = function(lead, line)
    return require('planls.commands').complete(lead, line)
  end,
})
