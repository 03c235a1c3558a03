// What the user does, told to the server once and in order; the board itself decides nothing.

const PATIENCE = 20_000; // milliseconds until a move that nobody confirms is taken back

// A browser gives crypto.randomUUID to secure addresses alone; a workshop's laptop has none.
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

function perform(board, act) {
  board.queue.push({ id: newId(), ...act });
  if (board.queue.length === 1) awaitFirst(board);
  tell(board, readyOf(board.queue));
}

// What was done is told at once. Only an act on cards that are under way waits, and all behind it: it needs
// the versions that the one before leaves behind.
function readyOf(queue) {
  const end = queue.findIndex((act, index) => touches(act, cardsOf(queue.slice(0, index))));
  return end < 0 ? queue : queue.slice(0, end);
}

// Streamlit may drop a message while another is under way, so each holds all that is not confirmed yet.
function tell(board, acts) {
  if (acts.every((act) => board.told.includes(act))) return;
  board.told = [...acts];
  board.emit("acts", board.told);
}

// Whoever goes to another page loses nothing: better an older version than an act that is never told.
function tellAll(board) {
  tell(board, board.queue);
}

// The server stops a visitor's work when his page is gone, so the browser asks him to stay for that moment.
function onLeaving(board, event) {
  if (board.queue.length) event.preventDefault();
}

function cardsOf(acts) {
  return new Set(acts.flatMap(({ cards = [] }) => cards.map(([id]) => id)));
}

function touches({ cards = [] }, ids) {
  return cards.some(([id]) => ids.has(id));
}

function unconfirmed(board) {
  return board.queue.filter((act) => act.kind === "moved");
}

function awaitFirst(board) {
  clearTimeout(board.timer);
  board.root.setAttribute("aria-busy", String(board.queue.length > 0));
  if (board.queue.length) board.timer = setTimeout(() => giveUp(board), PATIENCE);
}

// Acts are carried out in their order: with one all before it are done.
function confirm(board, data) {
  const done = board.queue.splice(0, board.queue.findIndex((act) => act.id === data.taken) + 1);
  if (!done.length) return;
  const raised = cardsOf(done);
  const versions = new Map(data.cards.map((card) => [card.id, card.version]));
  for (const next of board.queue.filter((one) => one.cards)) {
    next.cards = next.cards
      .filter(([id]) => versions.has(id))
      .map(([id, version]) => [id, raised.has(id) ? versions.get(id) : version]);
  }
  board.queue = board.queue.filter((one) => one.kind === "opened" || one.cards.length);
  awaitFirst(board);
}

function giveUp(board) {
  board.queue = [];
  awaitFirst(board);
  announce(board, board.data.words.setBack);
  if (!isBusy(board)) draw(board);
}

// ---- data from the server

function receive(board, data) {
  board.held = data;
  confirm(board, data);
  if (!isBusy(board)) {
    adopt(board);
    draw(board);
  }
  tell(board, readyOf(board.queue));
}

function isBusy(board) {
  return board.isDragging || board.menu !== null;
}

function adopt(board) {
  board.data = board.held ?? board.data;
  board.held = null;
}

// ---- acts

// Cards to their versions as the user saw them: a later one must not be overwritten unseen.
function versionsOf(data, ids) {
  const versions = new Map(data.cards.map((card) => [card.id, card.version]));
  return ids.filter((id) => versions.has(id)).map((id) => [id, versions.get(id)]);
}

// Move cards before the first of `candidates` that is still there; without one, to the end of the column.
function moveCards(board, ids, column, candidates) {
  const shown = versionsOf(board.data, ids);
  const { title } = board.known.get(ids[0]);
  adopt(board);
  const there = placesNow(board);
  const cards = there.has(column) ? shown.filter(([id]) => placeOf(there, id)) : [];
  const before = candidates.find((id) => !ids.includes(id) && there.get(column)?.includes(id)) ?? null;
  const move = { kind: "moved", cards, column, before };
  const isMove = cards.length > 0 && !areSame(there, withMove(there, move));
  if (isMove) perform(board, move);
  draw(board);
  if (isMove) announceMove(board, move);
  else if (!cards.length) announce(board, filled(board.data.words.gone, { title }));
}

function placesNow(board) {
  return unconfirmed(board).reduce(withMove, placesOf(board.data));
}

function announceMove(board, { cards, column }) {
  const { words, columns } = board.data;
  const place = placeOf(board.places, cards[0][0]);
  const values = { column: columns.find((one) => one.id === column).title, place: place.index + 1 };
  const [id] = cards[0];
  if (cards.length > 1) announce(board, filled(words.movedSeveral, { ...values, count: cards.length }));
  else announce(board, filled(words.moved, { ...values, count: place.count, title: board.known.get(id).title }));
}

function openCard(board, id) {
  perform(board, { kind: "opened", card: id });
}

function choose(board, action, ids) {
  const cards = versionsOf(board.data, ids);
  adopt(board);
  draw(board);
  const left = cards.filter(([id]) => board.known.has(id));
  if (left.length) perform(board, { kind: "chosen", action, cards: left });
}

function announce(board, text) {
  board.status.textContent = "";
  requestAnimationFrame(() => (board.status.textContent = text));
}
