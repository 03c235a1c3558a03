// Points and dots: all subjects in a list, a stepper at each, and what is left always in sight.

function spendPages(phone, activity, part, given) {
  const spent = Object.values(given).reduce((sum, value) => sum + value, 0);
  const left = part.budget - spent;
  return [{
    key: part.id,
    isAnswered: left === 0,
    draw: () => drawSpending(phone, activity, part, given, left),
  }];
}

function drawSpending(phone, activity, part, given, left) {
  const { words } = phone.data;
  const rest = filled(part.id === "points" ? words.pointsLeft : words.dotsLeft, { left, budget: part.budget });
  const line = part.mostEach === 1 ? drawDot : drawStepper;
  const rows = activity.subjects.map((subject, index) => [
    subject[2] && subject[2] !== activity.subjects[index - 1]?.[2] && h("li", { key: `phase ${subject[0]}`, class: "phase" }, subject[2]),
    line(phone, activity, part, subject, given[subject[0]] ?? 0, left),
  ]);
  return [
    part.question && h("p", { class: "question", id: "question" }, part.question),
    h("p", { class: "rest", role: "status" }, rest),
    h("ul", { class: "rows", role: "list" }, rows),
  ];
}

function drawDot(phone, activity, part, [id, name], given, left) {
  return h("li", { key: id },
    h("button", {
      type: "button", class: "choice", "aria-pressed": String(given === 1), disabled: !given && left < 1,
      onclick: () => gather(phone, activity, part.id, id, given ? 0 : 1),
    }, h("span", { class: "number", "aria-hidden": "true" }, given ? "●" : "○"), h("span", { class: "word" }, name)));
}

function drawStepper(phone, activity, part, [id, name], given, left) {
  const { words } = phone.data;
  const most = Math.min(part.mostEach, given + left);
  const give = (value) => gather(phone, activity, part.id, id, Math.max(0, Math.min(most, value)));
  const step = (sign, label, by, isOver) =>
    button("step", sign, () => give(given + by), { "aria-label": filled(label, { subject: name }), disabled: isOver });
  return h("li", { key: id, class: "row" },
    h("span", { class: "row-name", id: `name-${id}` }, name),
    h("span", { class: "stepper" },
      step("−", words.less, -Math.min(part.step, given), given === 0),
      h("input", {
        type: "number", inputmode: "numeric", min: 0, max: most, value: given, "aria-labelledby": `name-${id}`,
        onchange: (event) => give(Math.round(Number(event.target.value) || 0)),
      }),
      step("+", words.more, Math.min(part.step, most - given), given >= most)));
}
