// What is always one tap away: the parking lot, and behind "More" the notice and the way out.

function drawBar(phone) {
  const { words } = phone.data;
  const toggle = (view) => () => {
    phone.view = phone.view === view ? "" : view;
    phone.isNewPage = true;
    draw(phone);
  };
  const tab = (view, label) => button("tab", label, toggle(view), { key: view, "aria-expanded": String(phone.view === view) });
  return h("footer", { key: "bar", class: "bar" }, drawStatus(phone), tab("parking", words.parking), tab("more", words.menu));
}

function close(phone) {
  phone.view = "";
  phone.isNewPage = true;
  draw(phone);
}

function drawParking(phone) {
  const { words } = phone.data;
  const park = (text) => {
    phone.isParked = true;
    perform(phone, { kind: "park", text });
  };
  const isStored = phone.isParked && !phone.kept.queue.some(({ kind }) => kind === "park");
  return h("div", { key: "parking", class: "page" },
    h("h2", { class: "subject", tabindex: -1 }, words.parking),
    h("p", {}, words.parkingText),
    h("div", { class: "form" }, drawField(phone, "parking", { label: words.text, hint: words.wordForWord, button: words.park, onSend: park })),
    isStored && h("p", { class: "note", role: "status" }, words.parked),
    button("second", words.close, () => close(phone)));
}

function drawMore(phone) {
  const { words, person, mostPeople } = phone.data;
  return h("div", { key: "more", class: "page" },
    h("h2", { class: "subject", tabindex: -1 }, words.privacyTitle),
    words.privacy.map((text) => h("p", {}, text)),
    person < mostPeople && button("second", words.nextPerson, () => {
      phone.view = "";
      passOn(phone, person + 1);
    }),
    h("h3", {}, words.leave),
    h("p", {}, phone.kept.queue.length ? words.leaveUnsent : words.leaveText),
    h("form", { method: "post", action: "/leave/seat", target: "_top", onsubmit: () => forget(phone) },
      h("button", { class: "second" }, words.leave)),
    button("second", words.close, () => close(phone)));
}

function drawRefused(phone) {
  const { words } = phone.data;
  const understood = () => {
    phone.kept.refused = [];
    keep(phone);
    draw(phone);
  };
  if (!phone.kept.refused.length) return null;
  return h("div", { key: "refused", class: "refused", role: "alert" },
    h("strong", {}, words.notStored),
    phone.kept.refused.map(({ sentence, text }) => [
      h("p", {}, sentence),
      text && h("p", { class: "card-text" }, filled(words.yourText, { text })),
    ]),
    button("second", words.understood, understood));
}

function drawStatus(phone) {
  const { words } = phone.data;
  const { queue } = phone.kept;
  const shown = shownActivity(phone);
  const isStored = shown && !shown.shut && phone.stored.has(storedKey({ activity: shown.id, person: phone.data.person }));
  const state = !queue.length ? (isStored ? "stored" : "") : phone.tries > 1 || !navigator.onLine ? "kept" : "sending";
  return h("p", { key: "status", class: `status ${state}`, role: "status" }, state && words[state]);
}
