// Streamlit keeps the look for each address by itself, and reads it only when the page is loaded.
// The choice is therefore written for all addresses of the application, and the page loaded again.
const CHOICE = "touchpoints-look";
const streamlitsKey = (address) => `stActiveTheme-${address}-v2`;

function chosen() {
  return localStorage.getItem(CHOICE) ?? "System";
}

function keep(look, addresses) {
  localStorage.setItem(CHOICE, look);
  for (const address of addresses) {
    localStorage.setItem(streamlitsKey(address), JSON.stringify(look));
  }
}

function lookGroup([title, looks], addresses) {
  const choose = (look) => {
    keep(look, addresses);
    location.reload();
  };
  return choiceGroup("look", title, looks, chosen(), choose);
}

function languageGroup([title, languages], language, choose) {
  return choiceGroup("language", title, languages, language, choose);
}

function choiceGroup(id, title, choices, pressed, choose) {
  const label = document.createElement("span");
  label.id = `${id}-title`;
  label.textContent = title;
  const buttons = document.createElement("div");
  buttons.className = "buttons";
  buttons.setAttribute("role", "group");
  buttons.setAttribute("aria-labelledby", label.id);
  buttons.append(...choices.map(([value, name]) => choiceButton(value, name, pressed, choose)));
  const made = document.createElement("div");
  made.className = "choice";
  made.append(label, buttons);
  return made;
}

function choiceButton(value, name, pressed, choose) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = name;
  made.setAttribute("aria-pressed", String(value === pressed));
  made.addEventListener("click", () => value !== pressed && choose(value));
  return made;
}

function wayOut(who, label) {
  const name = document.createElement("span");
  name.textContent = who;
  const way = document.createElement("a");
  way.href = "/leave";
  way.textContent = label;
  const made = document.createElement("div");
  made.className = "who";
  made.append(name, way);
  return made;
}
