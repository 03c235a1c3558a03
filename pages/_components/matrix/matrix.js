// A grid whose cells are painted by mouse, finger or keys, typed into, and pasted into; it keeps no truth.

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const PATIENCE = 20_000; // milliseconds until an act that nobody confirms is taken back
const grids = new WeakMap();

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

function filled(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function makeGrid(host) {
  const root = host.querySelector(".matrix");
  const grid = { host, root, at: [0, 0], painting: null, editor: null, data: null, held: null, shape: "", cells: [], queue: [], timer: null, calls: 0 };
  grid.help = make("p", "help");
  grid.help.id = "help";
  grid.scroll = make("div", "scroll");
  grid.status = make("div", "status");
  grid.status.setAttribute("role", "status");
  root.replaceChildren(grid.help, grid.scroll, grid.status);
  grid.listening = new AbortController();
  listen(grid);
  return grid;
}

function listen(grid) {
  const on = (target, type, handle) => {
    target.addEventListener(type, (event) => handle(grid, event), { signal: grid.listening.signal });
  };
  on(grid.root, "pointerdown", onDown);
  on(grid.root, "pointerover", onOver);
  on(grid.root, "click", onClick);
  on(grid.root, "dblclick", (_, event) => cellOf(event) && startEdit(grid, textOf(grid, placeOf(cellOf(event)))));
  on(window, "pointerup", onUp);
  on(window, "pointercancel", onUp);
  on(grid.root, "keydown", onKey);
  on(grid.root, "focusin", onFocus);
  on(grid.root, "paste", onPaste);
  on(window, "beforeunload", onLeaving);
}

// ---- drawing: the table is built once for its rows and columns, later only its cells are filled

function draw(grid) {
  const { rows, columns, words } = grid.data;
  const shape = JSON.stringify([rows, columns, words]);
  if (shape !== grid.shape) build(grid);
  grid.shape = shape;
  rows.forEach((row, i) => columns.forEach((column, j) => fill(grid, i, j, row, column)));
  showUnconfirmed(grid);
}

function build(grid) {
  const { rows, columns, words } = grid.data;
  const table = make("table");
  table.setAttribute("role", "grid");
  table.setAttribute("aria-label", words.grid);
  table.setAttribute("aria-describedby", "help");
  grid.help.textContent = words.keys;
  table.append(headOf(columns, words), make("tbody"));
  grid.cells = rows.map((row, i) => rowOf(table.tBodies[0], row, columns, i));
  grid.at = [Math.min(grid.at[0], rows.length - 1), Math.min(grid.at[1], columns.length - 1)];
  grid.scroll.replaceChildren(table);
  setStop(grid);
}

function headOf(columns, words) {
  const head = make("thead");
  const line = make("tr");
  line.append(...[words.corner, ...columns].map((title) => header(title, "col")));
  head.append(line);
  return head;
}

function rowOf(body, row, columns, i) {
  const line = make("tr");
  const cells = columns.map((_, j) => {
    const cell = make("td");
    cell.dataset.place = `${i} ${j}`;
    cell.tabIndex = -1;
    return cell;
  });
  line.append(header(row, "row"), ...cells);
  body.append(line);
  return cells;
}

function header(title, scope) {
  const head = make("th", "", title);
  head.scope = scope;
  return head;
}

function fill(grid, i, j, row, column) {
  const [amount, occasion, spoken] = grid.data.cells[i][j];
  const cell = grid.cells[i][j];
  cell.classList.remove("is-pending");
  cell.classList.toggle("is-filled", amount !== "");
  cell.setAttribute("aria-label", `${row}, ${column}: ${spoken}`);
  cell.title = amount === "" ? "" : spoken;
  show(cell, amount, occasion);
}

function show(cell, amount, occasion) {
  cell.replaceChildren(make("span", "amount", amount));
  if (occasion) cell.append(make("span", "occasion", occasion));
}

function showPending(cell, amount, occasion) {
  if (!cell) return;
  show(cell, amount, occasion);
  cell.classList.add("is-pending");
  cell.classList.toggle("is-filled", amount !== "");
}

// ---- where one is

function cellOf(event) {
  return event.target.closest?.("td");
}

function placeOf(cell) {
  return cell.dataset.place.split(" ").map(Number);
}

function textOf(grid, [i, j]) {
  return grid.data.cells[i][j][0];
}

function setStop(grid) {
  for (const cell of grid.cells.flat()) cell.tabIndex = -1;
  const stop = grid.cells[grid.at[0]]?.[grid.at[1]];
  if (stop) stop.tabIndex = 0;
}

function onFocus(grid, event) {
  const cell = cellOf(event);
  if (!cell) return;
  grid.at = placeOf(cell);
  setStop(grid);
}

function go(grid, [down, across]) {
  const [i, j] = [grid.at[0] + down, grid.at[1] + across];
  grid.cells[i]?.[j]?.focus();
  return Boolean(grid.cells[i]?.[j]);
}

// ---- painting: the first cell says whether the brush paints or wipes; a finger paints cell by cell

function isAsBrush(grid, [i, j]) {
  const [amount, occasion, , detail] = grid.data.cells[i][j];
  const { brush } = grid.data;
  const isSame = (wanted, there) => !wanted || wanted === there;
  return (
    amount !== "" && amount === brush.amount && isSame(brush.occasion, occasion) && isSame(brush.detail, detail)
  );
}

function startPainting(grid, place) {
  grid.painting = { kind: isAsBrush(grid, place) ? "emptied" : "painted", places: [] };
  paintCell(grid, place);
}

function paintCell(grid, place) {
  const { kind, places } = grid.painting;
  if (places.some((one) => String(one) === String(place))) return;
  places.push(place);
  const cell = grid.cells[place[0]][place[1]];
  const { amount, occasion } = kind === "painted" ? grid.data.brush : { amount: "", occasion: "" };
  showPending(cell, amount, occasion);
}

function endPainting(grid) {
  const painted = grid.painting;
  grid.painting = null;
  if (!painted) return;
  const { amount, occasion } = grid.data.brush;
  perform(grid, { kind: painted.kind, cells: painted.places }, painted.kind === "painted" ? [amount, occasion] : ["", ""]);
  announce(grid, filled(grid.data.words[painted.kind], { count: painted.places.length }));
  adopt(grid);
}

function onDown(grid, event) {
  const cell = cellOf(event);
  if (!cell || event.button || event.pointerType === "touch" || event.target.matches("input")) return;
  event.preventDefault(); // selects no text; the field that is being typed in loses the keyboard all the same
  endEdit(grid);
  cell.focus();
  startPainting(grid, placeOf(cell));
}

function onOver(grid, event) {
  const cell = cellOf(event);
  if (grid.painting && cell) paintCell(grid, placeOf(cell));
}

function onUp(grid) {
  endPainting(grid);
}

// Only a finger's tap paints here: it must not hinder scrolling.
function onClick(grid, event) {
  const cell = cellOf(event);
  if (!cell || event.pointerType !== "touch" || event.target.matches("input")) return;
  startPainting(grid, placeOf(cell));
  endPainting(grid);
}

// ---- keys

function onKey(grid, event) {
  if (!cellOf(event) || event.target.matches("input") || event.altKey) return;
  if (event.ctrlKey || event.metaKey) return; // copying and pasting are the browser's
  if (doOnCell(grid, event)) {
    event.preventDefault();
    event.stopPropagation();
  }
}

function doOnCell(grid, event) {
  const { key } = event;
  if (key in STEPS) return go(grid, STEPS[key]);
  if (key === "Home" || key === "End") return go(grid, [0, (key === "End" ? grid.data.columns.length - 1 : 0) - grid.at[1]]);
  if (key === "Delete" || key === "Backspace") perform(grid, { kind: "emptied", cells: [grid.at] }, ["", ""]);
  else if (key === " ") {
    startPainting(grid, grid.at);
    endPainting(grid);
  } else if (key === "Enter" || key === "F2") startEdit(grid, textOf(grid, grid.at));
  else if (/^[\dx]$/i.test(key)) startEdit(grid, key);
  else return false;
  return true;
}

// ---- typing into a cell

function startEdit(grid, text) {
  endEdit(grid);
  const cell = grid.cells[grid.at[0]][grid.at[1]];
  const input = make("input");
  input.value = text;
  input.inputMode = "decimal";
  input.setAttribute("aria-label", cell.getAttribute("aria-label"));
  grid.editor = { input, before: textOf(grid, grid.at), place: grid.at };
  cell.append(input);
  input.addEventListener("keydown", (event) => onEditKey(grid, event));
  input.addEventListener("blur", () => endEdit(grid));
  input.focus();
}

function onEditKey(grid, event) {
  const steps = { Enter: [1, 0], Tab: [0, event.shiftKey ? -1 : 1] };
  event.stopPropagation();
  if (event.key === "Escape") endEdit(grid, { isKept: false });
  else if (event.key in steps) endEdit(grid, { step: steps[event.key] });
  else return;
  event.preventDefault();
}

function endEdit(grid, { isKept = true, step = null } = {}) {
  if (!grid.editor) return;
  const { input, before, place } = grid.editor;
  grid.editor = null;
  const cell = input.closest("td");
  const hadFocus = grid.host.activeElement === input;
  const text = input.value.trim();
  input.remove();
  if (isKept && text !== before) {
    perform(grid, text ? { kind: "typed", cells: [place], text } : { kind: "emptied", cells: [place] }, [text, ""]);
  }
  if (hadFocus && !(step && go(grid, step))) cell.focus();
  adopt(grid);
}

function onPaste(grid, event) {
  if (event.target.matches("input")) return;
  const text = event.clipboardData.getData("text/plain");
  if (!text.trim()) return;
  event.preventDefault();
  perform(grid, { kind: "pasted", cells: [grid.at], text });
}

// ---- to the server and back

// A browser gives crypto.randomUUID to secure addresses alone; a workshop's laptop has none.
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

// `shown` is what the cells show until the server has carried the act out.
function perform(grid, { cells, ...act }, shown = null) {
  const { rowIds, columnIds } = grid.data;
  const named = cells.map(([i, j]) => [rowIds[i], columnIds[j]]);
  grid.queue.push({ act: { id: newId(), ...act, cells: named }, places: cells, shown, since: performance.now() });
  showUnconfirmed(grid);
  sendAll(grid);
}

// Streamlit may drop a message while another is under way, so each holds all that is not confirmed yet.
function sendAll(grid) {
  awaitFirst(grid);
  grid.emit("acts", grid.queue.map(({ act }) => act));
}

// The server stops a visitor's work when his page is gone, so the browser asks him to stay for that moment.
function onLeaving(grid, event) {
  if (grid.queue.length) event.preventDefault();
}

function awaitFirst(grid) {
  clearTimeout(grid.timer);
  if (!grid.queue.length) return;
  grid.timer = setTimeout(() => dropFirst(grid), grid.queue[0].since + PATIENCE - performance.now());
}

function dropFirst(grid) {
  grid.queue.shift();
  if (!grid.painting && !grid.editor) draw(grid);
  awaitFirst(grid);
}

// Acts are carried out in their order: with one all before it are done.
function confirm(grid, data) {
  grid.queue.splice(0, grid.queue.findIndex(({ act }) => act.id === data.taken) + 1);
  awaitFirst(grid);
}

function showUnconfirmed(grid) {
  grid.scroll.firstChild.setAttribute("aria-busy", String(grid.queue.length > 0));
  for (const { places, shown } of grid.queue.filter((one) => one.shown)) {
    for (const [i, j] of places) showPending(grid.cells[i]?.[j], ...shown);
  }
}

function announce(grid, text) {
  grid.status.textContent = "";
  requestAnimationFrame(() => (grid.status.textContent = text));
}

// What comes in during a stroke or while one types is shown afterwards.
function adopt(grid) {
  if (!grid.held || grid.painting || grid.editor) return;
  grid.data = grid.held;
  grid.held = null;
  draw(grid);
}

function leave(grid) {
  grids.delete(grid.host);
  clearTimeout(grid.timer);
  grid.listening.abort();
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  if (!grids.has(parentElement)) grids.set(parentElement, makeGrid(parentElement));
  const grid = grids.get(parentElement);
  grid.emit = setTriggerValue;
  grid.held = data;
  confirm(grid, data);
  adopt(grid);
  // Streamlit also ends a call that newer data have overtaken; the grid belongs to the newest.
  const call = (grid.calls += 1);
  return () => call === grid.calls && leave(grid);
}
