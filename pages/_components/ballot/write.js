// Cards: what it is, what it is about, the text, and below one's own cards to change or withdraw.

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
  const write = (text) => performIn(phone, activity, { kind: "write", cardKind: chosen.kind, text, touchpoint: chosen.touchpoint });
  return h("div", { class: "form" },
    part.kinds.length > 1 && drawKinds(part, chosen.kind, words, (kind) => choose("kind", kind)),
    part.touchpoints.length > 0 && drawTouchpoints(part, chosen.touchpoint, words, (id) => choose("about", id)),
    drawField(phone, name, { label: words.text, hint, button: words.put, onSend: write }));
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
function drawField(phone, name, { label, hint, button: send, onSend }) {
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
    button("main", send, onclick, { disabled: !draft.trim() }),
  ];
}

function drawCard(phone, activity, part, card) {
  const { words } = phone.data;
  const kind = part.kinds.find(([id]) => id === card.kind)?.[1];
  const about = part.touchpoints.find(([id]) => id === card.touchpoint)?.[1];
  if (phone.changed === card.id) return drawChange(phone, activity, card);
  const change = (text) => performIn(phone, activity, { kind: "change", card: card.id, text });
  return h("li", { key: card.id, class: "card" },
    part.kinds.length > 1 && h("p", { class: "phase" }, [kind, about].filter(Boolean).join(" · ")),
    h("p", { class: "card-text" }, card.text),
    !card.isSent && h("div", { class: "pair" },
      button("plain", words.change, () => {
        phone.changed = card.id;
        keepDraft(phone, `change ${card.id}`, card.text);
        draw(phone);
      }),
      button("plain", words.withdraw, () => change(null))));
}

function drawChange(phone, activity, card) {
  const { words } = phone.data;
  const end = () => {
    phone.changed = null;
    keepDraft(phone, `change ${card.id}`, "");
    draw(phone);
  };
  const save = (text) => {
    phone.changed = null;
    performIn(phone, activity, { kind: "change", card: card.id, text });
  };
  return h("li", { key: `change ${card.id}`, class: "card" },
    drawField(phone, `change ${card.id}`, { label: words.text, button: words.save, onSend: save }),
    button("plain", words.keepAsWas, end));
}
