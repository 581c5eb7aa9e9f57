-- Completion, definition and rename through a language server, by Neovim alone.
-- usage: MILLINER=PROGRAM TREE=FOLDER nvim --headless -u NONE -S neovim.lua
local out = {}
local function say(line) table.insert(out, line) end
local tree = os.getenv('TREE')

local function finish()
  io.stdout:write(table.concat(out, '\n') .. '\n')
  vim.cmd('qall!')
end

local function run()
  vim.cmd('edit ' .. tree .. '/comps/components.toml')
  local id = vim.lsp.start_client({
    name = 'milliner',
    cmd = { os.getenv('MILLINER') },
    root_dir = tree,
    workspace_folders = { { uri = vim.uri_from_fname(tree), name = 'tree' } },
  })
  vim.wait(30000, function() return vim.lsp.get_client_by_id(id) ~= nil and vim.lsp.get_client_by_id(id).initialized end)
  local buffer = vim.api.nvim_get_current_buf()
  vim.lsp.buf_attach_client(buffer, id)

  vim.fn.search('"linux"')
  vim.cmd('normal! 2l')
  local function ask(method, params)
    local answer = vim.lsp.buf_request_sync(buffer, method, params, 30000)
    return answer and answer[id] and answer[id].result
  end

  local place = ask('textDocument/definition', vim.lsp.util.make_position_params())[1]
  say('definition: ' .. vim.uri_to_fname(place.uri):sub(#tree + 2) .. ':' .. place.range.start.line + 1)

  vim.lsp.util.jump_to_location(place, 'utf-16')
  buffer = vim.api.nvim_get_current_buf()
  vim.lsp.buf_attach_client(buffer, id)
  vim.cmd('normal! 12l')
  vim.lsp.buf.rename('kernel')
  vim.wait(30000, function() return vim.fn.search('components.kernel\\]', 'nw') > 0 end)
  say('renamed: ' .. vim.fn.getline(2))
  for _, other in ipairs(vim.api.nvim_list_bufs()) do
    local name = vim.api.nvim_buf_get_name(other):sub(#tree + 2)
    if other ~= buffer and name ~= '' then
      for _, line in ipairs(vim.api.nvim_buf_get_lines(other, 0, -1, false)) do
        if line:find('"kernel"', 1, true) then say('renamed in ' .. name .. ': ' .. vim.trim(line)) end
      end
    end
  end

  vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { '', '[components.kernel.build.check]', 'ski' })
  vim.cmd('normal! G$')
  local params = vim.lsp.util.make_position_params()
  params.position.character = 3
  local offers = ask('textDocument/completion', params)
  for index, item in ipairs(offers.items or offers) do
    if index <= 2 then say('completion: ' .. item.label) end
  end

  vim.wait(30000, function() return #vim.diagnostic.get(buffer) > 0 end)
  say('diagnostic: ' .. vim.diagnostic.get(buffer)[1].source)
end

local fine, failure = pcall(run)
if not fine then say('failed: ' .. tostring(failure)) end
finish()
