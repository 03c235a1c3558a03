// Which cards are selected, and the bar with what can be done with all of them.

function toggle(board, id) {
  const isSelected = !board.selected.has(id);
  if (isSelected) board.selected.add(id);
  else board.selected.delete(id);
  board.lastToggled = id;
  drawSelection(board);
  const { words } = board.data;
  const values = { title: board.known.get(id).title, count: board.selected.size };
  announce(board, filled(isSelected ? words.isSelected : words.isUnselected, values));
}

// With Shift: everything from the card toggled last to this one, within a column.
function selectRange(board, id) {
  const place = placeOf(board.places, id);
  const last = placeOf(board.places, board.lastToggled);
  const from = last && last.column === place.column ? last.index : place.index;
  const [low, high] = [Math.min(from, place.index), Math.max(from, place.index)];
  for (const one of board.places.get(place.column).slice(low, high + 1)) board.selected.add(one);
  board.lastToggled = id;
  drawSelection(board);
  announce(board, filled(board.data.words.selected, { count: board.selected.size }));
}

function clearSelection(board) {
  const hadFocus = board.bar.contains(board.host.activeElement);
  board.selected.clear();
  drawSelection(board);
  announce(board, filled(board.data.words.selected, { count: 0 }));
  if (hadFocus && board.current) focusCard(board, board.current);
}

// The cards that an act on this one takes along: all that are selected, if it is one of them.
function along(board, id) {
  return board.selected.has(id) ? inOrder(board.places, [...board.selected]) : [id];
}

function drawSelection(board) {
  for (const id of board.selected) if (!board.known.has(id)) board.selected.delete(id);
  for (const [id, part] of board.cards) {
    const isSelected = board.selected.has(id);
    part.element.classList.toggle("is-selected", isSelected);
    part.select.checked = isSelected;
  }
  board.root.classList.toggle("is-selecting", board.selected.size > 0);
  drawBar(board);
}

// Its buttons are kept while the words stay: whoever stands on one must not lose it.
function drawBar(board) {
  const { words, bulkActions } = board.data;
  const count = board.selected.size;
  board.bar.hidden = count === 0;
  board.bar.querySelector(".bar-count").textContent = filled(words.selected, { count });
  const content = JSON.stringify([words.move, words.clear, bulkActions]);
  if (board.barShown === content) return;
  board.barShown = content;
  const chosen = () => inOrder(board.places, [...board.selected]);
  const move = makeButton("bar-move", words.move);
  move.setAttribute("aria-haspopup", "menu");
  move.addEventListener("click", () => openMenu(board, chosen(), move, columnItems));
  const actions = bulkActions.map(([id, label]) => {
    const button = makeButton("bar-action", label);
    button.addEventListener("click", () => choose(board, id, chosen()));
    return button;
  });
  const clear = makeButton("bar-clear", "✕", words.clear);
  clear.title = words.clear;
  clear.addEventListener("click", () => clearSelection(board));
  board.bar.querySelector(".bar-buttons").replaceChildren(move, ...actions, clear);
}
