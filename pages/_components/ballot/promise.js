// Actions that somebody takes on, each with the date that he can keep.

function promisePages(phone, activity, part, given) {
  return [{ key: "promise", isAnswered: Object.keys(given).length > 0, draw: () => drawActions(phone, activity, given) }];
}

function drawActions(phone, activity, given) {
  if (!activity.subjects.length) return [h("p", { class: "question" }, phone.data.words.nothingToTake)];
  return [h("ul", { class: "cards", role: "list" }, activity.subjects.map((one) => drawAction(phone, activity, one, given[one[0]])))];
}

function drawAction(phone, activity, [id, name, about], day) {
  const { words } = phone.data;
  const isTaken = day !== undefined || phone.taking === id;
  const promise = (value) => {
    phone.taking = null;
    performIn(phone, activity, { kind: "answer", given: { promise: { [id]: value } } });
  };
  const take = () => {
    phone.taking = id;
    draw(phone);
  };
  const giveBack = () => (day === undefined ? ((phone.taking = null), draw(phone)) : promise(null));
  return h("li", { key: id, class: "card" },
    about && h("p", { class: "phase" }, about),
    h("p", { class: "card-text" }, name),
    isTaken
      ? h("div", { key: "taken", class: "form" },
          h("label", { class: "field" }, words.until,
            h("input", { type: "date", value: day ?? "", onchange: (event) => event.target.value && promise(event.target.value) })),
          button("plain", words.giveBack, giveBack))
      : button("second", words.take, take, { key: "take" }));
}
