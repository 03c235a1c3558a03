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
  sendNext(board);
}

// One move at a time: the next one needs the versions that this one leaves behind.
function sendNext(board) {
  while (board.queue.length && !board.awaited) {
    const act = board.queue.shift();
    if (act.kind === "moved") {
      board.awaited = act;
      board.timer = setTimeout(() => giveUp(board), PATIENCE);
    }
    board.emit("act", act);
  }
}

function unconfirmed(board) {
  return [board.awaited, ...board.queue].filter((act) => act?.kind === "moved");
}

function confirm(board, data) {
  const act = board.awaited;
  if (!act || data.taken !== act.id) return;
  clearTimeout(board.timer);
  board.awaited = null;
  const raised = new Set(act.cards.map(([id]) => id));
  const versions = new Map(data.cards.map((card) => [card.id, card.version]));
  for (const next of board.queue.filter((one) => one.cards)) {
    next.cards = next.cards
      .filter(([id]) => versions.has(id))
      .map(([id, version]) => [id, raised.has(id) ? versions.get(id) : version]);
  }
  board.queue = board.queue.filter((one) => one.kind === "opened" || one.cards.length);
}

function giveUp(board) {
  board.awaited = null;
  board.queue = board.queue.filter((act) => act.kind !== "moved");
  announce(board, board.data.words.setBack);
  if (!isBusy(board)) draw(board);
  sendNext(board);
}

// ---- data from the server

function receive(board, data) {
  board.held = data;
  confirm(board, data);
  if (isBusy(board)) return;
  adopt(board);
  draw(board);
  sendNext(board);
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
  sendNext(board);
  if (isMove) tellMove(board, move);
  else if (!cards.length) announce(board, filled(board.data.words.gone, { title }));
}

function placesNow(board) {
  return unconfirmed(board).reduce(withMove, placesOf(board.data));
}

function tellMove(board, { cards, column }) {
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
