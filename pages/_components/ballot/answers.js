// What somebody has answered as he sees it: what is stored, and what is under way laid over it.

function underWay(phone, activity) {
  return phone.kept.queue.filter((act) => act.activity === activity.id && act.person === phone.data.person);
}

function contentOf(phone, activity) {
  const content = structuredClone(activity.content);
  for (const { kind, given } of underWay(phone, activity)) {
    if (kind === "answer") for (const [part, values] of Object.entries(given)) take(content, part, values);
  }
  return content;
}

function take(content, part, given) {
  const values = (content[part] ??= {});
  for (const [subject, value] of Object.entries(given)) {
    if (value !== null && typeof value === "object") values[subject] = { ...values[subject], ...value };
    else if (value === null) delete values[subject];
    else values[subject] = value;
  }
}

function cardsOf(phone, activity) {
  const acts = underWay(phone, activity);
  const changed = new Map(acts.filter(({ kind }) => kind === "change").map((act) => [act.card, act]));
  const stored = activity.cards.map((card) => ({ ...card, ...changed.get(card.id), id: card.id, kind: card.kind }));
  const written = acts.filter(({ kind }) => kind === "write");
  const sent = written.map((act) => ({ ...act, kind: act.cardKind, isSent: true }));
  return [...stored.filter(({ text }) => text !== null), ...sent];
}

function isDone(phone, activity) {
  const said = underWay(phone, activity).findLast(({ kind }) => kind === "done");
  return said ? said.isDone : activity.isDone;
}

// The screens of an activity in their order, each of which says whether it is answered.
function pagesOf(phone, activity) {
  const content = contentOf(phone, activity);
  const parts = activity.parts.flatMap((part) => PARTS[part.id](phone, activity, part, content[part.id] ?? {}));
  return [...askingPages(phone, activity), ...parts];
}

function placeKey(phone, activity) {
  const together = activity.together ? activity.current : "";
  return `${activity.id} ${phone.data.person} ${together}`;
}

// Where somebody was, else the first thing that is not answered; behind the last one stands the end.
function placeOf(phone, activity, pages) {
  const kept = phone.kept.places[placeKey(phone, activity)];
  if (kept !== undefined) return Math.min(kept, pages.length);
  if (isDone(phone, activity) && !activity.together) return pages.length;
  const open = pages.findIndex((page) => !page.isAnswered);
  return open < 0 ? pages.length : open;
}

// An answer must not make another page the first one that is not answered while somebody looks at this one.
function stayHere(phone, activity) {
  phone.kept.places[placeKey(phone, activity)] ??= placeOf(phone, activity, pagesOf(phone, activity));
}

function goTo(phone, activity, place) {
  phone.kept.places[placeKey(phone, activity)] = place;
  keep(phone);
  phone.isNewPage = true;
  draw(phone);
}
