// Dragging by mouse and, after a long press, by finger; Sortable moves the element, the server the card.

const LONG_PRESS = 250; // milliseconds; a shorter touch scrolls

function makeSortable(board, list) {
  return new vendor.Sortable(list, {
    group: board.name,
    draggable: ".card",
    filter: ".select, .more",
    preventOnFilter: false,
    animation: 120,
    delay: LONG_PRESS,
    delayOnTouchOnly: true,
    touchStartThreshold: 8,
    forceFallback: true, // one look and one behaviour for mouse and finger
    fallbackTolerance: 4,
    fallbackClass: "is-dragged",
    ghostClass: "is-goal",
    scrollSensitivity: 64,
    scrollSpeed: 14,
    emptyInsertThreshold: 40,
    onStart: ({ item }) => startDrag(board, item.dataset.id),
    onEnd: ({ item, to }) => endDrag(board, item, to),
  });
}

function startDrag(board, id) {
  const ids = along(board, id);
  board.isDragging = true;
  board.isCancelled = false;
  board.root.classList.add("is-dragging");
  for (const one of ids.filter((other) => other !== id)) board.cards.get(one).element.classList.add("is-along");
  if (ids.length > 1 && vendor.Sortable.ghost) vendor.Sortable.ghost.dataset.count = ids.length;
  announce(board, filled(board.data.words.dragging, board.known.get(id)));
}

function endDrag(board, item, to) {
  const id = item.dataset.id;
  const followers = [];
  for (let next = item.nextElementSibling; next; next = next.nextElementSibling) followers.push(next.dataset.id);
  board.isDragging = false;
  board.draggedAt = performance.now();
  board.root.classList.remove("is-dragging");
  for (const { element } of board.cards.values()) element.classList.remove("is-along");
  if (board.isCancelled) {
    adopt(board);
    draw(board);
    sendNext(board);
  } else moveCards(board, along(board, id), to.dataset.column, followers);
}

// Sortable has no way to give up but that the pointer is taken away.
function cancelDrag(board) {
  board.isCancelled = true;
  document.dispatchEvent(new PointerEvent("pointercancel"));
}
