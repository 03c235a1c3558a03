// The to-dos by group, each a line that is tapped; it keeps nothing but which groups are shown whole.

const whole = new WeakMap();

function make(tag, className, text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

// A browser gives crypto.randomUUID to secure addresses alone.
function newId() {
  return [...crypto.getRandomValues(new Uint32Array(4))].join("-");
}

function line([id, name, about, due, status, isLate], open) {
  const todo = make("button", "todo");
  todo.type = "button";
  todo.dataset.id = id;
  const dueClass = isLate ? "due late" : "due";
  todo.append(make("span", "name", name), make("span", dueClass, due), make("span", "about", about), make("span", "status", status));
  todo.addEventListener("click", () => open(id));
  const item = make("li");
  item.append(todo);
  return item;
}

function section(group, words, shown, open) {
  const made = make("section", group.id);
  const head = make("h2");
  const sign = make("span", "sign", group.sign);
  sign.setAttribute("aria-hidden", "true");
  head.append(sign, make("span", "title", group.title), make("span", "count", group.count));
  const list = make("ul");
  const first = shown.has(group.id) ? group.todos.length : group.first;
  list.append(...group.todos.slice(0, first).map((todo) => line(todo, open)));
  made.append(head, list);
  const rest = group.todos.slice(first);
  if (rest.length) made.append(moreButton(group, words, rest, shown, list, open));
  return made;
}

function moreButton(group, words, rest, shown, list, open) {
  const more = make("button", "more", words.more.replace("{count}", rest.length));
  more.type = "button";
  more.addEventListener("click", () => {
    shown.add(group.id);
    const added = rest.map((todo) => line(todo, open));
    list.append(...added);
    more.remove();
    added[0].firstChild.focus();
  });
  return more;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".todos");
  const { groups, words } = JSON.parse(data[0]);
  if (!whole.has(parentElement)) whole.set(parentElement, new Set());
  const open = (todo) => setTriggerValue("acts", [{ id: newId(), kind: "opened", todo }]);
  const focused = root.getRootNode().activeElement?.dataset?.id;
  root.setAttribute("aria-label", words.label);
  root.replaceChildren(...groups.map((group) => section(group, words, whole.get(parentElement), open)));
  if (focused) root.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus();
}
