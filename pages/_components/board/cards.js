// Draws columns and cards; elements are kept from data to data, so that scroll position and focus stay.

let lastNumber = 0; // ids of elements need only be unique within one shadow root

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

function filled(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function makeButton(className, text, label) {
  const button = make("button", className, text);
  button.type = "button";
  if (label) button.setAttribute("aria-label", label);
  return button;
}

// ---- one card

function makeCard(id) {
  const element = make("li", "card");
  element.dataset.id = id;
  const select = make("input", "select");
  select.type = "checkbox";
  select.tabIndex = -1;
  const open = makeButton("open");
  open.tabIndex = -1;
  const more = makeButton("more", "⋯");
  more.tabIndex = -1;
  more.setAttribute("aria-haspopup", "menu");
  const facts = make("div", "facts");
  facts.id = `facts-${(lastNumber += 1)}`;
  open.setAttribute("aria-describedby", facts.id);
  const head = make("div", "head");
  head.append(select, open, more);
  element.append(head, facts);
  return { element, select, open, more, facts, shown: "" };
}

function fillCard(part, card, words) {
  const content = JSON.stringify([card.title, card.lines, card.badges, card.isDimmed, words.select]);
  if (part.shown === content) return;
  part.shown = content;
  part.element.classList.toggle("is-dimmed", card.isDimmed);
  part.open.textContent = card.title;
  part.select.setAttribute("aria-label", filled(words.select, card));
  part.more.setAttribute("aria-label", filled(words.menu, card));
  const isKey = ([, , meaning]) => meaning === "key";
  part.element.querySelector(".keys")?.remove();
  if (card.badges.some(isKey)) part.more.before(keySigns(card.badges.filter(isKey)));
  part.facts.replaceChildren(...factsOf(card.lines, card.badges.filter((badge) => !isKey(badge))));
}

function keySigns(badges) {
  const signs = make("span", "keys");
  for (const [sign, word] of badges) {
    const one = make("span", "key", sign);
    one.setAttribute("role", "img");
    one.setAttribute("aria-label", word);
    one.title = word;
    signs.append(one);
  }
  return signs;
}

function factsOf(lines, badges) {
  const shown = [];
  if (badges.length) {
    const row = make("div", "badges");
    row.append(...badges.map(badgeElement));
    shown.push(row);
  }
  return [...shown, ...lines.map((line) => make("div", "line", line))];
}

function badgeElement([sign, word, meaning]) {
  const badge = make("span", `badge ${meaning}`);
  const drawn = make("span", "sign", sign);
  drawn.setAttribute("aria-hidden", "true");
  badge.append(drawn, make("span", "word", word));
  return badge;
}

// ---- one column, and its tab on a phone

function makeColumn(board, id) {
  const element = make("section", "column");
  const title = make("h3", "title");
  const count = make("span", "count");
  count.setAttribute("aria-hidden", "true");
  const note = make("p", "note");
  const list = make("ul", "list");
  list.setAttribute("role", "list"); // Safari forgets it where the style takes the bullets away
  list.dataset.column = id;
  const empty = make("p", "empty");
  const head = make("header", "column-head");
  const body = make("div", "column-body");
  const line = make("div", "title-line");
  line.append(title, count);
  head.append(line, note);
  body.append(list, empty);
  element.append(head, body);
  const part = { element, title, count, note, list, empty, tab: makeTab(board, id, element) };
  part.sortable = makeSortable(board, list);
  return part;
}

function makeTab(board, id, panel) {
  const tab = makeButton("tab");
  const number = (lastNumber += 1);
  tab.id = `tab-${number}`;
  panel.id = `column-${number}`;
  tab.setAttribute("role", "tab");
  tab.setAttribute("aria-controls", panel.id);
  tab.append(make("span", "tab-title"), make("span", "count"));
  tab.addEventListener("click", () => showColumn(board, id));
  return tab;
}

function fillColumn(part, column, count, words) {
  const values = { column: column.title, count };
  part.element.classList.toggle("is-set-off", column.isSetOff);
  part.title.textContent = column.title;
  part.count.textContent = count;
  part.note.textContent = column.note;
  part.empty.textContent = words.empty;
  part.list.setAttribute("aria-label", filled(words.column, values));
  part.tab.classList.toggle("is-set-off", column.isSetOff);
  part.tab.querySelector(".tab-title").textContent = column.title;
  part.tab.querySelector(".count").textContent = count;
}

// ---- the whole board

function draw(board) {
  const before = board.places;
  board.places = unconfirmed(board).reduce(withMove, placesOf(board.data));
  const focused = focusedCard(board);
  const starts = startsOf(board, before ? movedBetween(before, board.places) : []);
  drawColumns(board);
  drawCards(board);
  keepFocus(board, focused, before);
  drawSelection(board);
  glide(board, starts);
}

function drawColumns(board) {
  const { data, columns } = board;
  keepOnly(columns, new Set(data.columns.map((column) => column.id)), (part) => part.sortable.destroy());
  for (const column of data.columns) {
    if (!columns.has(column.id)) columns.set(column.id, makeColumn(board, column.id));
    fillColumn(columns.get(column.id), column, board.places.get(column.id).length, data.words);
    columns.get(column.id).sortable.option("disabled", data.isReadOnly);
  }
  arrange(board.strip, data.columns.map((column) => columns.get(column.id).element));
  arrange(board.tabs, data.columns.map((column) => columns.get(column.id).tab));
  if (!columns.has(board.shownColumn)) board.shownColumn = data.columns[0]?.id;
  markShownColumn(board);
}

function drawCards(board) {
  const { data, cards } = board;
  board.known = new Map(data.cards.map((card) => [card.id, card]));
  keepOnly(cards, board.known);
  for (const card of data.cards) {
    if (!cards.has(card.id)) cards.set(card.id, makeCard(card.id));
    fillCard(cards.get(card.id), card, data.words);
  }
  for (const [column, ids] of board.places) {
    arrange(board.columns.get(column).list, ids.map((id) => cards.get(id).element));
  }
}

function keepOnly(parts, wanted, leave) {
  for (const [id, part] of parts) {
    if (wanted.has(id)) continue;
    leave?.(part);
    parts.delete(id);
  }
}

function arrange(list, elements) {
  let next = list.firstElementChild;
  for (const element of elements) {
    if (element === next) next = next.nextElementSibling;
    else list.insertBefore(element, next);
  }
  while (next) {
    const left = next;
    next = next.nextElementSibling;
    left.remove();
  }
}

// ---- which column a phone shows

function showColumn(board, id) {
  board.shownColumn = id;
  markShownColumn(board);
}

function markShownColumn(board) {
  for (const [id, part] of board.columns) {
    const isShown = id === board.shownColumn;
    part.element.classList.toggle("is-shown", isShown);
    part.tab.setAttribute("aria-selected", String(isShown));
    part.tab.tabIndex = isShown ? 0 : -1;
    setPanelRole(part, board.isNarrow);
  }
  const tab = board.columns.get(board.shownColumn)?.tab;
  if (board.isNarrow && tab) board.tabs.scrollTo({ left: tab.offsetLeft - 24 });
}

function setPanelRole({ element, tab, title }, isNarrow) {
  if (isNarrow) {
    element.setAttribute("role", "tabpanel");
    element.setAttribute("aria-labelledby", tab.id);
  } else {
    element.removeAttribute("role");
    element.removeAttribute("aria-labelledby");
  }
  title.hidden = isNarrow;
}

// ---- focus, and the way of a card that moves

function focusedCard(board) {
  return board.host.activeElement?.closest(".card")?.dataset.id ?? null;
}

function keepFocus(board, focused, before) {
  const isThere = (id) => id && placeOf(board.places, id);
  if (focused && !isThere(focused)) focused = nearestLeft(before, board.places, focused);
  if (!isThere(board.current)) board.current = focused;
  board.current ??= [...board.places.values()].flat()[0] ?? null;
  for (const column of board.places.keys()) setStop(board, column);
  if (focused && focusedCard(board) !== focused) focusCard(board, focused, { preventScroll: true });
}

// Each column is one stop for the Tab key: the card that was there last, else its first.
function setStop(board, column) {
  const ids = board.places.get(column);
  const stop = ids.includes(board.stops.get(column)) ? board.stops.get(column) : ids[0];
  for (const id of ids) board.cards.get(id).open.tabIndex = id === stop ? 0 : -1;
}

function focusCard(board, id, options) {
  const part = board.cards.get(id);
  const place = placeOf(board.places, id);
  if (!part || !place) return;
  if (board.isNarrow) showColumn(board, place.column);
  part.open.focus(options);
  if (!options?.preventScroll) part.element.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function followFocus(board, event) {
  const id = event.target.closest(".card")?.dataset.id;
  const place = id && placeOf(board.places, id);
  if (!place) return;
  board.current = id;
  board.stops.set(place.column, id);
  setStop(board, place.column);
}

function startsOf(board, ids) {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const parts = isCalm ? [] : ids.map((id) => board.cards.get(id)).filter((part) => part?.element.isConnected);
  return parts.map(({ element }) => [element, element.getBoundingClientRect()]);
}

function glide(board, starts) {
  for (const [element, start] of starts) {
    const end = element.getBoundingClientRect();
    const [x, y] = [start.x - end.x, start.y - end.y];
    if (!end.width || (!x && !y)) continue;
    element.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: "none" }], {
      duration: 180,
      easing: "ease-out",
    });
  }
}
