// Cards: what it is, what it is about, the text, of an action who does it until when, and below one's own
// cards to change or withdraw.

function writePages(phone, activity, part) {
  const cards = cardsOf(phone, activity);
  return [{
    key: "write",
    isAnswered: part.most !== null && cards.length >= part.most,
    hasDraft: Boolean(draftOf(phone, `${activity.id} ${phone.data.person}`).trim()),
    draw: () => drawWriting(phone, activity, part, cards),
  }];
}

function drawWriting(phone, activity, part, cards) {
  const isFull = part.most !== null && cards.length >= part.most;
  return [
    h("h2", { class: "subject", id: "question" }, part.question),
    !isFull && drawForm(phone, activity, part),
    cards.length > 0 && h("h3", {}, phone.data.words.yours),
    h("ul", { class: "cards", role: "list" }, cards.map((card) => drawCard(phone, activity, part, card))),
  ];
}

function drawForm(phone, activity, part) {
  const { words } = phone.data;
  const name = `${activity.id} ${phone.data.person}`;
  const chosen = { kind: draftOf(phone, `${name} kind`) || part.kinds[0][0], touchpoint: draftOf(phone, `${name} about`) };
  const choose = (what, value) => {
    keepDraft(phone, `${name} ${what}`, value);
    draw(phone);
  };
  // Where there are cards alone, it was said above.
  const hint = activity.parts.length > 1 || activity.asksName ? words.wordForWord : "";
  const isPlaced = part.touchpoints.length > 0 && part.placed.includes(chosen.kind);
  const isAction = part.actions.includes(chosen.kind);
  const promised = isAction ? promisedDraft(phone, activity, name, { who: nameGiven(phone, activity), until: "" }) : {};
  const write = (text) => {
    forgetPromised(phone, name);
    performIn(phone, activity, { kind: "write", cardKind: chosen.kind, text, touchpoint: isPlaced ? chosen.touchpoint : "", ...promised });
  };
  return h("div", { class: "form" },
    part.kinds.length > 1 && drawKinds(part, chosen.kind, words, (kind) => choose("kind", kind)),
    isPlaced && drawTouchpoints(part, chosen.touchpoint, words, (id) => choose("about", id)),
    drawField(phone, name, {
      ...{ label: words.text, hint, button: words.put, onSend: write },
      more: isAction && drawPromised(phone, activity, name, promised),
    }));
}

// Who does it, where names are shown, and until when: kept as the text is, until the card is sent.
function drawPromised(phone, activity, name, promised) {
  const { words } = phone.data;
  const keepIt = (what) => (event) => {
    // Kept empty, too: a name that somebody takes out shall not come back.
    phone.kept.drafts[`${name} ${what}`] = event.target.value;
    keep(phone);
    draw(phone);
  };
  const field = (what, label, more) =>
    h("label", { class: "field", key: what }, label,
      h("input", { key: `${name} ${what}`, value: promised[what], oninput: keepIt(what), ...more }));
  return [
    activity.asksName && field("who", words.who, { type: "text", maxlength: 80, autocomplete: "off" }),
    field("until", words.until, { type: "date", min: "2000-01-01", max: "2199-12-31" }),
    h("p", { class: "hint", key: "shown" }, activity.asksName ? words.whoIsShown : words.dayIsShown),
  ];
}

function promisedDraft(phone, activity, name, before) {
  const given = (what) => phone.kept.drafts[`${name} ${what}`] ?? before[what];
  return activity.asksName ? { who: given("who"), until: given("until") } : { until: given("until") };
}

function forgetPromised(phone, name) {
  for (const what of ["who", "until"]) keepDraft(phone, `${name} ${what}`, "");
}

// As wall and console say it, in the English of which they write their days.
function saidOfPromise(phone, { who, until }) {
  const { language, words } = phone.data;
  if (!until) return who;
  const date = new Date(`${until}T12:00`).toLocaleDateString(language === "en" ? "en-GB" : language, { dateStyle: "medium" });
  return filled(who ? words.nameUntil : words.untilDay, { name: who, date });
}

// The name that somebody gave in this activity, though it may still be under way.
function nameGiven(phone, activity) {
  return underWay(phone, activity).findLast(({ kind }) => kind === "name")?.text ?? activity.name;
}

function drawKinds(part, chosen, words, onChoose) {
  return h("div", { class: "kinds", role: "group", "aria-label": words.cardKind },
    part.kinds.map(([kind, word]) =>
      button("kind", word, () => onChoose(kind), { key: kind, "aria-pressed": String(kind === chosen) })));
}

function drawTouchpoints(part, chosen, words, onChoose) {
  const phases = [...new Set(part.touchpoints.map(([, , phase]) => phase))];
  const option = ([id, name]) => h("option", { key: id, value: id }, name);
  return h("label", { class: "field" }, words.touchpoint,
    h("select", { value: chosen, onchange: (event) => onChoose(event.target.value) },
      h("option", { key: "none", value: "" }, words.noTouchpoint),
      phases.map((phase) =>
        h("optgroup", { key: phase, label: phase || "–" }, part.touchpoints.filter((one) => one[2] === phase).map(option)))));
}

// A text that outlives a reload until it is sent.
function drawField(phone, name, { label, hint, more, button: send, onSend }) {
  const draft = draftOf(phone, name);
  const onclick = () => {
    const text = draftOf(phone, name).trim();
    if (!text) return;
    keepDraft(phone, name, "");
    onSend(text);
  };
  const oninput = (event) => {
    keepDraft(phone, name, event.target.value);
    draw(phone);
  };
  return [
    h("label", { class: "field" }, label, h("textarea", { key: name, rows: 3, maxlength: 300, value: draft, oninput })),
    hint && h("p", { class: "hint" }, hint),
    more,
    button("main", send, onclick, { disabled: !draft.trim() }),
  ];
}

function drawCard(phone, activity, part, card) {
  const { words } = phone.data;
  const kind = part.kinds.find(([id]) => id === card.kind)?.[1];
  const about = part.touchpoints.find(([id]) => id === card.touchpoint)?.[1];
  if (phone.changed === card.id) return drawChange(phone, activity, part, card);
  const change = (text) => performIn(phone, activity, { kind: "change", card: card.id, text });
  return h("li", { key: card.id, class: "card" },
    part.kinds.length > 1 && h("p", { class: "phase" }, [kind, about].filter(Boolean).join(" · ")),
    h("p", { class: "card-text" }, card.text),
    (card.who || card.until) && h("p", { class: "phase" }, saidOfPromise(phone, card)),
    !card.isSent && h("div", { class: "pair" },
      button("plain", words.change, () => {
        phone.changed = card.id;
        keepDraft(phone, `change ${card.id}`, card.text);
        draw(phone);
      }),
      button("plain", words.withdraw, () => change(null))));
}

function drawChange(phone, activity, part, card) {
  const { words } = phone.data;
  const name = `change ${card.id}`;
  const isAction = part.actions.includes(card.kind);
  const promised = isAction ? promisedDraft(phone, activity, name, card) : {};
  const end = () => {
    phone.changed = null;
    keepDraft(phone, name, "");
    forgetPromised(phone, name);
    draw(phone);
  };
  const save = (text) => {
    phone.changed = null;
    forgetPromised(phone, name);
    performIn(phone, activity, { kind: "change", card: card.id, text, ...promised });
  };
  return h("li", { key: name, class: "card" },
    drawField(phone, name, {
      ...{ label: words.text, button: words.save, onSend: save },
      more: isAction && drawPromised(phone, activity, name, promised),
    }),
    button("plain", words.keepAsWas, end));
}
