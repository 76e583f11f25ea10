-- Neovim as a client of the server over stdio: opens a document, asks what an author would, prints one JSON object and ends with 0 or 1.
-- Written for 0.7 (Debian) and later: vim.lsp.start came with 0.8, vim.lsp.config with 0.11.
local ok, problem = pcall(function()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.BELEG_DOCUMENT))
  vim.bo.filetype = 'markdown'
  local buffer = vim.api.nvim_get_current_buf()
  local ended
  local id = assert(vim.lsp.start_client({
    name = 'beleg',
    cmd = { vim.env.BELEG_NODE, vim.env.BELEG_SERVER, '--stdio' },
    root_dir = vim.fn.fnamemodify(vim.env.BELEG_DOCUMENT, ':p:h'),
    on_exit = function(code) ended = code end,
  }), 'the server did not start')
  local client = vim.lsp.get_client_by_id(id)
  local function await(what, condition) assert(vim.wait(30000, condition, 20), 'waited in vain for ' .. what) end
  await('initialize', function() return client.initialized end)
  vim.lsp.buf_attach_client(buffer, id)
  local function messages()
    return vim.tbl_map(function(diagnostic) return diagnostic.message end, vim.diagnostic.get(buffer))
  end
  local function says(text)
    return function()
      for _, message in ipairs(messages()) do if message:find(text, 1, true) then return true end end
      return false
    end
  end
  await('a diagnostic', says(vim.env.BELEG_EXPECTED))
  local answer = { diagnostics = messages() }

  -- Cursor columns are bytes; make_position_params turns them into the units that were agreed on.
  local function at(text, offset)
    for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
      local column = line:find(text, 1, true)
      if column then
        vim.api.nvim_win_set_cursor(0, { number, column - 1 + (offset or 0) })
        return vim.lsp.util.make_position_params(0, client.offset_encoding)
      end
    end
    error('not in the document: ' .. text)
  end
  local function request(method, params)
    local answers = assert(vim.lsp.buf_request_sync(buffer, method, params, 30000), method)
    assert(answers[id] and not answers[id].error, method .. ': ' .. vim.inspect(answers))
    return answers[id].result
  end
  answer.hover = request('textDocument/hover', at('120 Euro')).contents.value
  local completion = request('textDocument/completion', at('[@', 2))
  answer.completion = vim.tbl_map(function(item) return item.label end, completion.items or completion)
  local place = at('120 Euro')
  answer.actions = vim.tbl_map(function(action) return action.title end, request('textDocument/codeAction', {
    textDocument = place.textDocument,
    range = { start = place.position, ['end'] = place.position },
    context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(buffer, place.position.line) },
  }))

  -- An edit behind umlauts, sent as a change of a range, must clear what it mends.
  local line = place.position.line
  local text = vim.api.nvim_buf_get_lines(buffer, line, line + 1, false)[1]
  local from = text:find('120 Euro', 1, true) - 1
  vim.api.nvim_buf_set_text(buffer, line, from, line, from + 3, { '80' })
  await('the diagnostic to go', function() return not says(vim.env.BELEG_EXPECTED)() end)
  answer.mended = true

  client.stop()
  await('the end of the server', function() return ended ~= nil end)
  answer.exit = ended
  io.stdout:write(vim.json.encode(answer) .. '\n')
end)
if not ok then
  io.stderr:write(tostring(problem) .. '\n')
  vim.cmd('cquit 1')
end
vim.cmd('qall!')
