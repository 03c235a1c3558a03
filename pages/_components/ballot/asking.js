// What stands around the questions: who answers, going on and back, and the end.

const PARTS = {
  rate: ratePages,
  points: spendPages,
  dots: spendPages,
  write: writePages,
  promise: promisePages,
};

function askingPages(phone, activity) {
  const { words } = phone.data;
  return [
    activity.asksName && askingPage(phone, activity, "name", words.name, activity.name),
    activity.asksDepartment && askingPage(phone, activity, "department", words.department, activity.department),
  ].filter(Boolean);
}

// Name or department: said before the first answer, and never needed.
function askingPage(phone, activity, kind, label, stored) {
  const { words, person } = phone.data;
  const key = `${activity.id} ${person} ${kind}`;
  const isAnswered = Boolean(phone.kept.asked[key]);
  const before = stored || (kind === "department" && person === 1 ? phone.kept.department : "");
  const text = phone.kept.drafts[key] ?? before;
  const goOn = (said) => {
    phone.kept.asked[key] = true;
    if (kind === "department" && said) phone.kept.department = said;
    const place = placeOf(phone, activity, pagesOf(phone, activity));
    goTo(phone, activity, askingPlace(phone, activity, kind, place) + 1);
    if (said) performIn(phone, activity, { kind, text: said });
  };
  const oninput = (event) => {
    keepDraft(phone, key, event.target.value);
    draw(phone);
  };
  const drawIt = () => [
    h("div", { class: "form" },
      h("label", { class: "field" }, label, h("input", { type: "text", maxlength: 80, autocomplete: "off", value: text, oninput })),
      h("p", { class: "hint" }, words.optional),
      button("main", words.save, () => goOn(text.trim()), { disabled: !text.trim() })),
  ];
  return { key: kind, isAnswered, draw: drawIt, onSkip: () => goOn("") };
}

function askingPlace(phone, activity, kind, place) {
  const found = pagesOf(phone, activity).findIndex((page) => page.key === kind);
  return found < 0 ? place : found;
}

function drawActivity(phone, activity) {
  const pages = pagesOf(phone, activity);
  const place = placeOf(phone, activity, pages);
  const page = pages[place];
  return [
    drawNote(phone, activity, page),
    activity.together && !activity.current && h("p", { class: "question" }, phone.data.words.doneTogether),
    page ? h("div", { key: `${activity.id} ${page.key}`, class: "page" }, page.draw()) : drawEnd(phone, activity, pages),
    page && drawWay(phone, activity, pages, place),
  ];
}

// How a text appears stands above its field all the time; of other answers a word is enough after the first.
function drawNote(phone, activity, page) {
  const isBegun = hasBegun(phone, activity);
  const begun = page?.key === "write" ? activity.textNote : activity.shortNote;
  return h("p", { key: "note", class: isBegun ? "phase" : "note" }, isBegun ? begun : activity.note);
}

function hasBegun(phone, activity) {
  return Object.keys(contentOf(phone, activity)).length > 0 || cardsOf(phone, activity).length > 0;
}

function drawWay(phone, activity, pages, place) {
  const { words } = phone.data;
  const page = pages[place];
  const isLast = place === pages.length - 1;
  const next = page.onSkip ?? (() => (isLast ? finish(phone, activity, pages) : goTo(phone, activity, place + 1)));
  const label = page.onSkip ? words.skip : isLast ? words.finish : words.next;
  return h("nav", { key: "way", class: "way", "aria-label": words.goOn },
    button("second", words.back, () => goTo(phone, activity, place - 1), { disabled: place === 0 }),
    pages.length > 1 && h("span", { class: "progress" }, filled(words.progress, { n: place + 1, of: pages.length })),
    button("second", label, next));
}

function finish(phone, activity, pages) {
  goTo(phone, activity, pages.length);
  if (!isDone(phone, activity) && !activity.together) performIn(phone, activity, { kind: "done", isDone: true });
}

function drawEnd(phone, activity, pages) {
  const { words } = phone.data;
  if (activity.together) return h("div", { key: "end", class: "page" }, activity.current && endTogether(phone, activity));
  return h("div", { key: "end", class: "page" },
    h("h2", { class: "subject" }, words.allDone),
    h("p", {}, phone.kept.queue.length ? words.kept : words.allDoneText),
    pages.some(({ hasDraft }) => hasDraft) && h("p", { class: "note" }, words.draftLeft),
    pages.length > 0 && button("second", words.again, () => goTo(phone, activity, 0)),
    phone.data.person < phone.data.mostPeople && h("p", { class: "hint" }, words.shareTitle),
    phone.data.person < phone.data.mostPeople && button("second", words.nextPerson, () => passOn(phone, phone.data.person + 1)));
}

function endTogether(phone, activity) {
  const { words } = phone.data;
  const name = activity.subjects.find(([id]) => id === activity.current)?.[1];
  return [
    h("h2", { class: "subject" }, name),
    h("p", {}, words.doneTogether),
    button("second", words.change, () => goTo(phone, activity, 0)),
  ];
}

// ---- several people at one phone

function passOn(phone, person) {
  phone.kept.person = person;
  phone.isNewPage = true;
  perform(phone, { kind: "person", person });
}

function drawPerson(phone) {
  const { words, person } = phone.data;
  if (person === 1) return null;
  return h("div", { class: "person" },
    h("strong", {}, filled(words.person, { person })),
    button("plain", filled(words.previousPerson, { person: person - 1 }), () => passOn(phone, person - 1)));
}
