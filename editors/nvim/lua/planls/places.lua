-- places.lua: planls.showPlaces, the command that code lenses run: the tasks, risks or criteria they count.
local M = {}

local function to_items(locations, encoding)
  if vim.fn.has('nvim-0.8') == 1 then
    return vim.lsp.util.locations_to_items(locations, encoding)
  end
  return vim.lsp.util.locations_to_items(locations, encoding or 'utf-16')
end

--- arguments: [uri, position, locations]. One place is jumped to; more are put into the quickfix list.
function M.show(command, context)
  local client = context and context.client_id and vim.lsp.get_client_by_id(context.client_id)
  local encoding = client and client.offset_encoding or 'utf-16'
  local locations = command.arguments and command.arguments[3] or {}
  if #locations == 0 then
    return
  end
  local items = to_items(locations, encoding)
  vim.fn.setqflist({}, ' ', { title = command.title, items = items })
  if #items == 1 then
    vim.cmd('cfirst')
  else
    vim.cmd('botright copen')
  end
end

M.commands = {
  ['planls.showPlaces'] = M.show,
  [''] = function() end, -- a lens that only says something
}

return M
