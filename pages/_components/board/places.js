// Where the cards stand: the truth from the server, and on top the moves that it has not confirmed yet.

function placesOf(data) {
  const places = new Map(data.columns.map((column) => [column.id, []]));
  for (const card of data.cards) places.get(card.column)?.push(card.id);
  return places;
}

// A move of cards that are gone, or into a column that is gone, changes nothing.
function withMove(places, move) {
  const ids = move.cards.map(([id]) => id).filter((id) => placeOf(places, id));
  if (!ids.length || !places.has(move.column)) return places;
  const changed = new Map([...places].map(([column, cards]) => [column, cards.filter((id) => !ids.includes(id))]));
  const goal = changed.get(move.column);
  const index = goal.indexOf(move.before);
  goal.splice(index < 0 ? goal.length : index, 0, ...ids);
  return changed;
}

function placeOf(places, id) {
  for (const [column, cards] of places) {
    const index = cards.indexOf(id);
    if (index >= 0) return { column, index, count: cards.length };
  }
  return null;
}

function areSame(places, others) {
  return JSON.stringify([...places]) === JSON.stringify([...others]);
}

// Cards that have lost both neighbours; where a card is merely pushed along, one of them stays.
function movedBetween(places, others) {
  const [was, is] = [neighbours(places), neighbours(others)];
  return [...is.keys()].filter((id) => {
    const [before, after] = [was.get(id), is.get(id)];
    return before && (before.column !== after.column || (before.above !== after.above && before.below !== after.below));
  });
}

function neighbours(places) {
  const found = new Map();
  for (const [column, cards] of places) {
    cards.forEach((id, index) => found.set(id, { column, above: cards[index - 1], below: cards[index + 1] }));
  }
  return found;
}

// The order in which somebody reads the board: column by column, from top to bottom.
function inOrder(places, ids) {
  return [...places.values()].flat().filter((id) => ids.includes(id));
}

// Where the focus goes when its card is gone: the card below, else the one above.
function nearestLeft(old, places, id) {
  const place = placeOf(old, id);
  if (!place) return null;
  const column = old.get(place.column);
  const candidates = [...column.slice(place.index + 1), ...column.slice(0, place.index).reverse()];
  return candidates.find((one) => placeOf(places, one)) ?? null;
}
