// The menu of a card or of the selection; moving goes in two steps: which column, and before which card.

function openMenu(board, ids, anchor, firstLevel = cardItems) {
  closeMenu(board);
  const popup = make("div", "popup");
  if (popup.showPopover) popup.popover = "manual"; // on top of everything that would cut it off
  board.menu = { popup, ids, anchor, levels: [firstLevel] };
  board.root.append(popup);
  popup.showPopover?.();
  showLevel(board);
  popup.addEventListener("keydown", (event) => onMenuKey(board, event));
}

// Closing shows what came in meanwhile; the focus goes back to where it came from.
function closeMenu(board, { isRefocused = true } = {}) {
  if (!board.menu) return;
  const { popup, anchor } = board.menu;
  const hadFocus = popup.contains(board.host.activeElement);
  const id = anchor.closest?.(".card")?.dataset.id;
  if (hadFocus && isRefocused) id ? focusCard(board, id, { preventScroll: true }) : anchor.focus?.();
  board.menu = null;
  popup.remove();
  adopt(board);
  draw(board);
}

// ---- what stands in it; an item has a label and either runs something or opens a further level

function cardItems(board, ids) {
  const { words } = board.data;
  const isOne = ids.length === 1;
  const run = ([action, label]) => ({ label, run: () => choose(board, action, ids) });
  return [
    ...(isOne ? [{ label: words.open, run: () => openCard(board, ids[0]) }] : []),
    ...actionsFor(board, ids).map(run),
    { label: words.move, opens: columnItems, isApart: true },
    ...(isOne ? endItems(board, ids) : []),
  ];
}

// What would change nothing of any of these cards is left out.
function actionsFor(board, ids) {
  const { actions, bulkActions } = board.data;
  const changes = ([action]) => ids.some((id) => !board.known.get(id)?.without.includes(action));
  return (ids.length === 1 ? actions : bulkActions).filter(changes);
}

function endItems(board, [id]) {
  const { words } = board.data;
  const { column, index, count } = placeOf(board.places, id);
  const cards = board.places.get(column);
  return [
    ...(index > 0 ? [{ label: words.toTop, run: () => moveCards(board, [id], column, cards) }] : []),
    ...(index < count - 1 ? [{ label: words.toEnd, run: () => moveCards(board, [id], column, []) }] : []),
  ];
}

function columnItems(board, ids) {
  const { words, columns } = board.data;
  const here = new Set(ids.map((id) => placeOf(board.places, id)?.column));
  return columns.map(({ id, title }) => ({
    label: title,
    hint: here.size === 1 && here.has(id) ? words.here : "",
    opens: (...whole) => placeItems(...whole, id),
  }));
}

function placeItems(board, ids, column) {
  const { words } = board.data;
  const others = board.places.get(column).filter((id) => !ids.includes(id));
  const goal = (label, candidates) => ({ label, run: () => moveCards(board, ids, column, candidates) });
  if (!others.length) return [goal(words.only, [])];
  const befores = others.slice(1).map((id, index) => {
    return goal(filled(words.before, board.known.get(id)), others.slice(index + 1));
  });
  return [goal(words.first, others), goal(words.last, []), ...befores];
}

// ---- drawing

function showLevel(board) {
  const { popup, ids, levels } = board.menu;
  const { words } = board.data;
  const title = ids.length === 1 ? board.known.get(ids[0]).title : filled(words.selected, { count: ids.length });
  const menu = make("div", "menu");
  menu.setAttribute("role", "menu");
  menu.setAttribute("aria-label", ids.length === 1 ? filled(words.menu, { title }) : words.menuOfSelected);
  const items = levels.at(-1)(board, ids).map((item) => itemElement(board, item));
  if (levels.length > 1) items.unshift(backElement(board));
  menu.append(...items);
  popup.replaceChildren(make("p", "popup-title", title), menu);
  place(board, popup);
  items[levels.length > 1 && items.length > 1 ? 1 : 0].focus();
}

function itemElement(board, { label, hint, run, opens, isApart }) {
  const item = makeButton(isApart ? "item is-apart" : "item");
  item.setAttribute("role", "menuitem");
  item.tabIndex = -1;
  item.append(make("span", "label", label));
  if (hint) item.append(make("span", "hint", hint));
  if (opens) item.setAttribute("aria-haspopup", "menu");
  item.addEventListener("pointermove", () => item.focus({ preventScroll: true }));
  item.addEventListener("click", () => (opens ? goTo(board, opens) : finish(board, run)));
  return item;
}

function backElement(board) {
  const item = itemElement(board, { label: board.data.words.back, run: () => {} });
  item.classList.add("is-back");
  item.addEventListener("click", (event) => goBack(board, event), { capture: true });
  return item;
}

function goTo(board, level) {
  board.menu.levels.push(level);
  showLevel(board);
}

function goBack(board, event) {
  event.stopImmediatePropagation();
  board.menu.levels.pop();
  showLevel(board);
}

// The act comes before closing, which takes over newer data: its versions are those that were seen.
function finish(board, run) {
  run();
  closeMenu(board);
}

// Beside its anchor where there is room; on a phone at the lower edge, in reach of the thumb.
function place(board, popup) {
  popup.classList.toggle("is-sheet", board.isNarrow);
  if (board.isNarrow) return popup.removeAttribute("style");
  const anchor = board.menu.anchor.getBoundingClientRect();
  const { width, height } = popup.getBoundingClientRect();
  const left = Math.min(anchor.left, innerWidth - width - 8);
  const top = anchor.bottom + height + 8 < innerHeight ? anchor.bottom + 4 : anchor.top - height - 4;
  popup.style.left = `${Math.max(8, left)}px`;
  popup.style.top = `${Math.max(8, Math.min(top, innerHeight - height - 8))}px`;
}

// ---- keys

function onMenuKey(board, event) {
  const items = [...board.menu.popup.querySelectorAll(".item")];
  const index = items.indexOf(board.host.activeElement);
  const goals = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: items.length - 1 };
  event.stopPropagation();
  if (event.key in goals) items.at(goals[event.key] % items.length).focus();
  else if (event.key === "Escape" || event.key === "Tab") closeMenu(board);
  else if (event.key === "ArrowLeft" && board.menu.levels.length > 1) goBack(board, event);
  else if (event.key === "ArrowRight" && items[index]?.hasAttribute("aria-haspopup")) items[index].click();
  else if (event.key.length === 1 && event.key !== " ") focusByLetter(items, index, event.key);
  else return;
  event.preventDefault();
}

function focusByLetter(items, index, letter) {
  const ring = [...items.slice(index + 1), ...items.slice(0, index + 1)];
  const begins = (item) => item.textContent.toLowerCase().startsWith(letter.toLowerCase());
  ring.find(begins)?.focus();
}
