-- planls.lua: the server's configuration for vim.lsp.enable('planls') (Neovim 0.11 and newer).
return {
  cmd = { 'planls', 'lsp' },
  filetypes = { 'markdown' },
  root_markers = { '.planls.json', '.git' },
  settings = { planls = {} },
}
