-- planls.lua: the commands. Nothing starts before require('planls').setup() or vim.lsp.enable('planls').
vim.api.nvim_create_user_command('PlanlsRestart', function()
  require('planls').restart()
end, { desc = 'Restart planls' })

vim.api.nvim_create_user_command('PlanlsFixAll', function()
  vim.lsp.buf.code_action({ context = { only = { 'source.fixAll.planls' }, diagnostics = {} }, apply = true })
end, { desc = 'Apply all safe planls fixes to this plan' })
