-- planls.lua: the server's configuration for vim.lsp.enable('planls') (Neovim 0.11 and newer).
-- Change it with vim.lsp.config('planls', { … }); see :help planls-setup.
return require('planls.config').for_neovim()
