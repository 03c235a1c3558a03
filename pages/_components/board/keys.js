// Everything that a mouse can do, by keyboard: go, select, open, menu, move.

const STEPS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const READING = new Set([...Object.keys(STEPS), "Home", "End", "Enter"]); // all that changes nothing

function onKey(board, event) {
  const id = event.target.closest?.(".card")?.dataset.id;
  if (event.key === "Escape" && board.selected.size) clearSelection(board);
  else if (event.target.matches?.(".tab")) {
    if (!goToTab(board, event)) return;
  } else if (!id || event.ctrlKey || event.metaKey || !doOnCard(board, id, event)) return;
  event.preventDefault();
  event.stopPropagation(); // single letters are shortcuts of the page around
}

function doOnCard(board, id, event) {
  const isOnTitle = event.target.matches(".open");
  if (board.data.isReadOnly && (event.altKey || !READING.has(event.key))) return false;
  if (event.key in STEPS && event.altKey) shift(board, id, ...STEPS[event.key]);
  else if (event.altKey) return false;
  else if (event.key in STEPS) step(board, id, ...STEPS[event.key]);
  else if (event.key === "Home" || event.key === "End") stepToEnd(board, id, event.key === "End");
  else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) openMenuOf(board, id);
  else if (event.key.toLowerCase() === "m") openMenuOf(board, id);
  else if (event.key === " " && isOnTitle) toggle(board, id);
  else if (event.key === "Enter" && isOnTitle) openCard(board, id);
  else return false;
  return true;
}

function openMenuOf(board, id) {
  openMenu(board, along(board, id), board.cards.get(id).open);
}

// ---- going

function step(board, id, across, down) {
  const { column, index } = placeOf(board.places, id);
  const cards = board.places.get(column);
  const goal = down ? cards[index + down] : besides(board, column, index, across);
  if (goal) focusCard(board, goal);
}

// The card at the same place of the next column that has any.
function besides(board, column, index, across) {
  const ids = [...board.places.keys()];
  const way = across > 0 ? ids.slice(ids.indexOf(column) + 1) : ids.slice(0, ids.indexOf(column)).reverse();
  const cards = board.places.get(way.find((one) => board.places.get(one).length)) ?? [];
  return cards[Math.min(index, cards.length - 1)];
}

function stepToEnd(board, id, isLast) {
  const cards = board.places.get(placeOf(board.places, id).column);
  focusCard(board, cards.at(isLast ? -1 : 0));
}

function goToTab(board, event) {
  const across = STEPS[event.key]?.[0];
  if (!across) return false;
  const ids = [...board.columns.keys()];
  const goal = ids[ids.indexOf(board.shownColumn) + across];
  if (goal) showColumn(board, goal);
  board.columns.get(board.shownColumn).tab.focus();
  return true;
}

// ---- moving

function shift(board, id, across, down) {
  const ids = along(board, id);
  const goal = down ? goalWithin(board, id, ids, down) : goalBesides(board, id, across);
  if (goal) {
    moveCards(board, ids, goal.column, goal.candidates);
    focusCard(board, id);
  } else announce(board, filled(board.data.words.stays, board.known.get(id)));
}

function goalWithin(board, id, ids, down) {
  const { column } = placeOf(board.places, id);
  const cards = board.places.get(column);
  const own = cards.map((one, index) => (ids.includes(one) ? index : -1)).filter((index) => index >= 0);
  if (down > 0) return own.at(-1) < cards.length - 1 ? { column, candidates: cards.slice(own.at(-1) + 2) } : null;
  return own[0] > 0 ? { column, candidates: cards.slice(own[0] - 1) } : null;
}

function goalBesides(board, id, across) {
  const place = placeOf(board.places, id);
  const columns = [...board.places.keys()];
  const column = columns[columns.indexOf(place.column) + across];
  return column === undefined ? null : { column, candidates: board.places.get(column).slice(place.index) };
}
