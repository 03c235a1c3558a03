// The entry that Streamlit calls: once for a new board, and again with all data that differ.

const NARROW = 640; // pixels; below, one column is shown at a time
const boards = new WeakMap();

function makeBoard(host) {
  const root = host.querySelector(".board");
  const board = {
    ...{ host, root, name: `board-${(lastNumber += 1)}`, emit: null },
    ...{ data: null, held: null, places: null, known: new Map(), columns: new Map(), cards: new Map() },
    ...{ queue: [], told: [], timer: null, selected: new Set(), lastToggled: null, current: null, stops: new Map() },
    ...{ menu: null, isDragging: false, isCancelled: false, draggedAt: 0, isNarrow: false, shownColumn: null },
    ...{ tabs: make("div", "tabs"), strip: make("div", "strip"), status: make("div", "status"), barShown: "" },
    ...{ bar: make("div", "bar"), help: make("p", "help"), listening: new AbortController(), calls: 0 },
  };
  furnish(board);
  listen(board);
  return board;
}

function furnish(board) {
  const { root, tabs, strip, status, bar, help } = board;
  root.setAttribute("role", "group");
  root.setAttribute("aria-busy", "false");
  help.id = "help";
  root.setAttribute("aria-describedby", help.id);
  tabs.setAttribute("role", "tablist");
  status.setAttribute("role", "status");
  bar.setAttribute("role", "toolbar");
  bar.append(make("span", "bar-count"), make("div", "bar-buttons"));
  root.replaceChildren(help, tabs, strip, bar, status);
}

function listen(board) {
  const { root, listening } = board;
  const on = (target, type, handle, capture = false) => {
    target.addEventListener(type, (event) => handle(board, event), { signal: listening.signal, capture });
  };
  on(root, "click", onClick);
  on(root, "contextmenu", onContextMenu);
  on(root, "keydown", onKey);
  on(root, "focusin", followFocus);
  on(document, "keydown", onEscape, true);
  on(document, "pointerdown", onPressed, true);
  on(window, "beforeunload", onLeaving);
  board.observer = new ResizeObserver(() => measure(board));
  board.observer.observe(root);
}

function leave(board) {
  boards.delete(board.host);
  board.listening.abort();
  board.observer.disconnect();
  clearTimeout(board.timer);
  for (const part of board.columns.values()) part.sortable.destroy();
}

function onEscape(board, event) {
  if (event.key === "Escape" && board.isDragging) cancelDrag(board);
}

function onPressed(board, event) {
  board.draggedAt = -Infinity;
  const isInside = event.composedPath().includes(board.menu?.popup);
  if (board.menu && !isInside) closeMenu(board, { isRefocused: false });
  if (!event.composedPath().includes(board.root)) tellAll(board); // it may be a link to another page
}

// ---- mouse and finger

function onClick(board, event) {
  const card = event.target.closest(".card");
  if (!card || performance.now() - board.draggedAt < 100) return; // the click that ends a drag
  const id = card.dataset.id;
  if (board.data.isReadOnly) {
    if (event.target.matches(".open")) openCard(board, id);
  } else if (event.target.matches(".more")) openMenu(board, along(board, id), event.target);
  else if (event.shiftKey) selectRange(board, id);
  else if (event.target.matches(".select") || event.ctrlKey || event.metaKey) toggle(board, id);
  else if (event.target.matches(".open")) openCard(board, id);
}

// A long press on a touch screen also asks for the context menu; there it begins a drag.
function onContextMenu(board, event) {
  const card = event.target.closest(".card");
  if (!card || board.data.isReadOnly) return;
  event.preventDefault();
  if (event.pointerType !== "touch" && !board.isDragging) openMenuOf(board, card.dataset.id);
}

// ---- size and look

function measure(board) {
  const width = board.root.clientWidth;
  if (!width || width < NARROW === board.isNarrow) return;
  board.isNarrow = width < NARROW;
  board.root.classList.toggle("is-narrow", board.isNarrow);
  if (board.isNarrow && board.current) board.shownColumn = placeOf(board.places, board.current)?.column;
  markShownColumn(board);
}

// Streamlit tells its colours but not whether they are light or dark.
function colour(board, { colours }) {
  const ground = getComputedStyle(board.root).backgroundColor.match(/[\d.]+/g).map(Number);
  const isDark = 0.299 * ground[0] + 0.587 * ground[1] + 0.114 * ground[2] < 128;
  board.root.classList.toggle("is-dark", isDark);
  for (const [meaning, value] of Object.entries(colours[isDark ? "dark" : "light"])) board.root.style.setProperty(`--${meaning}`, value);
}

function name(board, { words, isReadOnly }) {
  board.root.setAttribute("aria-label", words.board);
  board.root.classList.toggle("is-read-only", isReadOnly);
  board.tabs.setAttribute("aria-label", words.columns);
  board.bar.setAttribute("aria-label", words.menuOfSelected);
  board.help.textContent = words.keys;
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  if (!boards.has(parentElement)) boards.set(parentElement, makeBoard(parentElement));
  const board = boards.get(parentElement);
  board.emit = setTriggerValue;
  measure(board); // before drawing: whoever measures after it makes the browser lay out everything twice
  name(board, data);
  colour(board, data);
  receive(board, data);
  // Streamlit also ends a call that newer data have overtaken; the board belongs to the newest.
  const call = (board.calls += 1);
  return () => call === board.calls && leave(board);
}
