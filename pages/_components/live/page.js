// The one ear of the tab: holds the event stream, and asks for the whole page where no fragment waits.
const WATCH_MS = 1_000; // how often it looks whether the stream still lives
const SILENCE_MS = 20_000; // the server says something every 15 seconds
const POLL_MS = 2_000; // how often it asks while no stream comes through
const TYPING_MS = 1_500; // a phone does not move under somebody's fingers
const WAIT_MS = 50; // until it looks again whether the page is still being drawn
const LINGER_MS = 3_000; // a page that is drawn anew keeps its stream
// A hundred phones do not ask in the same instant, and let the wall go first: together they keep the server
// busy for most of a second.
const PHONE_MS = [200, 1_000];

// ---- the stream

function open() {
  live.source = new EventSource(live.page.address);
  live.heardAt = live.polledAt = Date.now();
  live.source.onmessage = (event) => hear(JSON.parse(event.data), true);
  live.source.addEventListener("beat", () => (live.heardAt = Date.now()));
  live.source.onerror = () => (live.isHearing = false);
}

function close() {
  live.source?.close();
  live.source = null;
  live.isHearing = false;
}

function hear({ boot, numbers }, isStream) {
  if (isStream) Object.assign(live, { heardAt: Date.now(), isHearing: true });
  if (boot && boot !== live.boot) Object.assign(live, { boot, told: {} });
  for (const [scope, number] of Object.entries(numbers)) live.told[scope] = Math.max(number, live.told[scope] ?? 0);
  draw();
}

// A browser lets one address have six connections, and a phone that is locked needs none; what moved
// meanwhile is in the first event of the next stream. One that was refused does not open again by itself.
function watch() {
  if (document.hidden) return close();
  const isSilent = Date.now() - live.heardAt > SILENCE_MS;
  if (isSilent) close();
  if (!live.source) open();
  else if (!live.isHearing && isPollDue()) poll();
  draw();
}

function isPollDue() {
  return Date.now() - live.polledAt > POLL_MS;
}

function poll() {
  live.polledAt = Date.now();
  if (live.source.readyState === EventSource.CLOSED) open();
  ask(live.page).catch(() => {}); // the server is away; the next look comes in two seconds
}

async function ask({ address, run }) {
  const answer = await fetch(`${address}/now`);
  if (live.page?.run !== run) return;
  if (answer.ok) hear(await answer.json(), false);
  else if (answer.status === 403) end(); // until the page is drawn again, as somebody who may hear
}

// ---- what is drawn anew

function draw() {
  if (!live.page || document.hidden) return;
  if (isPageBehind()) redraw();
  else live.fragments.forEach(catchUp);
}

// A server that was started anew does not know the fragments of this page any more, and a run that was cut
// off may have dropped one: nobody answers for it, so it comes back with the whole page.
function isPageBehind() {
  const { scopes, boot, numbers } = live.page;
  if (live.boot && live.boot !== boot && live.boot !== live.healed) return true;
  if ([...live.fragments.values()].some(isLost)) return true;
  const waited = new Set([...live.fragments.values()].flatMap((fragment) => fragment.scopes));
  return isBehind(scopes.filter((scope) => !waited.has(scope)), numbers);
}

function isLost(fragment) {
  return fragment.askedAt && Date.now() - fragment.askedAt > PATIENCE_MS && isFragmentBehind(fragment);
}

// Until a run has come, every second anew where the server was away: the socket may not be back yet.
function redraw() {
  const isStrange = live.boot !== live.page.boot;
  if (Date.now() - live.redrawAt < (isStrange ? WATCH_MS : PATIENCE_MS)) return;
  if (live.page.isPhone && Date.now() - live.typedAt < TYPING_MS) return;
  if (isRunning() && !isStrange) return void setTimeout(draw, WAIT_MS);
  live.redrawAt = Date.now();
  setTimeout(() => live.redraw?.(live.boot), live.page.isPhone ? between(...PHONE_MS) : 0);
}

function between(least, most) {
  return least + Math.random() * (most - least);
}

// A run that has just been asked for, often by whoever moved it, may not have come to its end: another one
// would cut it off.
function isRunning() {
  const state = document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState;
  return state === "running" || state === "rerunRequested";
}

// ---- the page

function begin() {
  if (live.timer) return;
  live.timer = setInterval(watch, WATCH_MS);
  document.addEventListener("visibilitychange", watch);
  for (const act of ["input", "keydown"]) document.addEventListener(act, noteTyping, true);
}

function noteTyping() {
  live.typedAt = Date.now();
}

function end() {
  close();
  clearInterval(live.timer);
  document.removeEventListener("visibilitychange", watch);
  for (const act of ["input", "keydown"]) document.removeEventListener(act, noteTyping, true);
  Object.assign(live, { page: null, redraw: null, timer: null, boot: null, told: {} });
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  takeNoPlace(parentElement);
  if (live.page && live.page.address !== data.address) end();
  // Behind several servers a page may be drawn by one and hear another: that is healed once, not for ever.
  if (live.page && live.page.run !== data.run) live.healed = live.boot;
  Object.assign(live, { page: data, redrawAt: 0, redraw: (boot) => setTriggerValue("redraw", boot) });
  live.fragments.forEach((fragment) => (fragment.askedAt = 0));
  begin();
  watch();
  // Streamlit also ends a call that newer data have overtaken; the stream belongs to the newest.
  const call = (live.calls += 1);
  return () => {
    if (call !== live.calls) return;
    live.redraw = null;
    setTimeout(() => call === live.calls && end(), LINGER_MS);
  };
}
