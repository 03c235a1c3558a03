// The entry that Streamlit calls: once for a new phone, and again with all data that differ.

const phones = new WeakMap();

function makePhone(host, seat) {
  const phone = {
    ...{ host, seat, root: host.querySelector(".phone"), data: null, emit: null, calls: 0, listening: new AbortController() },
    ...{ kept: keptOf(seat), told: new Set(), tries: 0, timer: null, gathering: null, moment: null },
    ...{ view: "", opened: null, changed: null, taking: null, isNewPage: false, isParked: false, stored: new Set() },
  };
  const { signal } = phone.listening;
  addEventListener("online", () => tell(phone), { signal });
  addEventListener("offline", () => draw(phone), { signal });
  document.addEventListener("visibilitychange", () => !document.hidden && tell(phone), { signal });
  return phone;
}

// Streamlit keeps the top of the page for what a participant does not have.
function makeRoom({ isAlone }) {
  const around = document.querySelector('[data-testid="stMainBlockContainer"]');
  const head = document.querySelector('[data-testid="stHeader"]');
  if (around) around.style.paddingTop = isAlone ? "0.75rem" : "";
  if (head) head.style.display = isAlone ? "none" : "";
}

function leave(phone) {
  phones.delete(phone.host);
  phone.hush();
  makeRoom({ isAlone: false });
  phone.listening.abort();
  for (const timer of [phone.timer, phone.gathering, phone.moment]) clearTimeout(timer);
}

function draw(phone) {
  const { data } = phone;
  const activity = shownActivity(phone);
  fill(phone.root, [
    h("header", { key: "head" }, h("p", { class: "workshop" }, data.workshop), drawPerson(phone)),
    drawRefused(phone),
    phone.view === "parking" && drawParking(phone),
    phone.view === "more" && drawMore(phone),
    !phone.view && h("main", { key: activity?.id ?? "idle" }, drawMain(phone, activity)),
    drawBar(phone),
  ].filter(Boolean));
  if (phone.isNewPage) showFromTheTop(phone);
}

function drawMain(phone, activity) {
  const { data } = phone;
  if (!activity) return [h("h1", { tabindex: -1 }, data.workshop), h("p", {}, data.idle)];
  return [
    h("h1", { tabindex: -1 }, activity.title),
    activity.shut ? h("p", { class: "shut" }, activity.shut) : drawActivity(phone, activity),
    drawOthers(phone, activity),
  ];
}

// What stands on the wall, unless somebody chose what is open beside it; with nothing to do there, that.
function shownActivity({ data, opened }) {
  const { activities } = data;
  return activities.find(({ id }) => id === opened) ?? activities[0];
}

function drawOthers(phone, shown) {
  const others = phone.data.activities.filter((one) => one !== shown);
  const open = (id) => () => {
    phone.opened = id;
    phone.isNewPage = true;
    draw(phone);
  };
  if (!others.length) return null;
  return h("section", { key: "others", class: "others" },
    h("h3", {}, phone.data.words.alsoOpen),
    others.map(({ id, title }) => button("second", title, open(id), { key: id })));
}

// A new page begins at its top, and who hears it instead of seeing it begins there, too.
function showFromTheTop(phone) {
  phone.isNewPage = false;
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  const start = phone.root.querySelector(".page h2, .page .question, h1");
  start?.setAttribute("tabindex", "-1");
  start?.focus({ preventScroll: true });
}

function adopt(phone, data) {
  const before = phone.data && shownActivity(phone);
  if (phone.data && data.activities[0]?.id !== phone.data.activities[0]?.id) phone.opened = null;
  phone.data = { ...data, activities: data.activities.map(unpacked) };
  receive(phone, data.results);
  const now = shownActivity(phone);
  if (phone.data && before && (before.id !== now?.id || before.current !== now?.current)) phone.isNewPage = !isTyping(phone);
}

// What all phones are told alike comes as it was written once; a table has its own subjects.
function unpacked(activity) {
  if (activity.shut) return activity;
  const isMine = ([, , , table]) => activity.table === null || table === null || table === activity.table;
  const subjects = JSON.parse(activity.subjects).filter(isMine);
  const about = subjects.length ? subjects : JSON.parse(activity.journey);
  const parts = activity.parts.map((part) => ({ ...part, touchpoints: part.placed?.length ? about : [] }));
  return { ...activity, subjects, parts };
}

function isTyping(phone) {
  const focused = phone.root.getRootNode().activeElement;
  return Boolean(focused?.matches?.("textarea, input"));
}

// Who answers is kept by the phone: after a restart the server begins with the first person again.
function keepPerson(phone) {
  const wanted = phone.kept.person;
  if (wanted === phone.data.person || phone.kept.queue.some(({ kind }) => kind === "person")) return;
  perform(phone, { kind: "person", person: wanted });
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  if (!phones.has(parentElement)) phones.set(parentElement, makePhone(parentElement, data.seat));
  const phone = phones.get(parentElement);
  phone.emit = setTriggerValue;
  document.documentElement.lang = data.language;
  makeRoom(data);
  // What listens looks for its place on the page; here it has none.
  phone.hush = listen({ data: [data.live], parentElement: document.createElement("i"), setTriggerValue });
  const isFirst = phone.data === null;
  adopt(phone, data);
  keepPerson(phone);
  draw(phone);
  if (isFirst) tell(phone);
  // Streamlit also ends a call that newer data have overtaken; the phone belongs to the newest.
  const call = (phone.calls += 1);
  return () => call === phone.calls && leave(phone);
}
