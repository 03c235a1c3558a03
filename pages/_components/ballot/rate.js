// One subject after another, one question at a time, its values as big buttons in words.

const MOMENT = 250; // milliseconds in which one sees what was tapped

function ratePages(phone, activity, part, given) {
  return ratedSubjects(activity, part).flatMap(([id, name, phase]) =>
    part.scales.map((scale) => ({
      key: `rate ${id} ${scale.id}`,
      isAnswered: given[id]?.[scale.id] !== undefined,
      draw: () => drawScale(phone, activity, { id, name, phase }, scale, given[id]?.[scale.id]),
    })),
  );
}

function ratedSubjects(activity, part) {
  if (part.isWhole) return [["", "", ""]];
  if (!activity.together) return activity.subjects;
  return activity.subjects.filter(([id]) => id === activity.current);
}

function drawScale(phone, activity, subject, scale, given) {
  return [
    subject.phase && h("p", { class: "phase" }, subject.phase),
    subject.name && h("h2", { class: "subject" }, subject.name),
    activity.whys[subject.id] && h("p", { class: "hint" }, activity.whys[subject.id]),
    h("p", { class: "question", id: "question" }, scale.question),
    h("div", { class: "choices", role: "group", "aria-labelledby": "question" },
      scale.values.map(([value, number, word]) =>
        h("button", {
          key: value, type: "button", class: "choice", "aria-pressed": String(value === given),
          onclick: () => rate(phone, activity, subject.id, scale.id, value),
        }, number && h("span", { class: "number" }, number), h("span", { class: "word" }, word)),
      )),
  ];
}

function rate(phone, activity, subject, scale, value) {
  const pages = pagesOf(phone, activity);
  const here = placeOf(phone, activity, pages);
  performIn(phone, activity, { kind: "answer", given: { rate: { [subject]: { [scale]: value } } } });
  clearTimeout(phone.moment);
  phone.moment = setTimeout(() => {
    if (placeOf(phone, activity, pages) === here) goTo(phone, activity, here + 1);
  }, MOMENT);
}
