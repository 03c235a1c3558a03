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

function button(look, label, addresses) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.setAttribute("aria-pressed", String(look === chosen()));
  made.addEventListener("click", () => {
    if (look === chosen()) return;
    keep(look, addresses);
    location.reload();
  });
  return made;
}

function group(title, buttons) {
  const label = document.createElement("span");
  label.id = "look-title";
  label.textContent = title;
  const made = document.createElement("div");
  made.className = "buttons";
  made.setAttribute("role", "group");
  made.setAttribute("aria-labelledby", label.id);
  made.append(...buttons);
  return [label, made];
}

function wayOut(who, label) {
  const name = document.createElement("span");
  name.className = "who";
  name.textContent = who;
  const made = document.createElement("a");
  made.href = "/leave";
  made.textContent = label;
  return [name, made];
}

// On a phone the sidebar covers the page; Streamlit closes it after a click in its own list alone.
function closeSidebarAfterClick(event) {
  const isLink = event.target.closest?.('[data-testid="stSidebar"] [data-testid="stPageLink"] a');
  if (isLink && matchMedia("(max-width: 768px)").matches) {
    document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
  }
}

if (!window.touchpointsClosesSidebar) {
  window.touchpointsClosesSidebar = true;
  document.addEventListener("click", closeSidebarAfterClick);
}

// A small screen, a tablet, or a window beside another one: charts leave out what has no room, if they know
// how much there is. They are drawn for 960 pixels and what their axis takes.
const NARROW = 1040;
const STEP = 60;

function isAsked() {
  return window.touchpointsAsksWidth && !/Mobi/.test(navigator.userAgent);
}

function contentWidth() {
  const main = document.querySelector('[data-testid="stMainBlockContainer"]');
  if (!main) return null;
  const { paddingLeft, paddingRight } = getComputedStyle(main);
  const width = main.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  return width < NARROW ? Math.floor(width / STEP) * STEP : null;
}

// A run of the page would shut an open dialog, so the width waits until it is closed.
function tellWidth() {
  clearTimeout(window.touchpointsWidthTimer);
  if (!isAsked()) return;
  window.touchpointsWidthTimer = setTimeout(() => {
    const width = contentWidth();
    if (width === window.touchpointsWidth) return;
    if (document.querySelector('[role="dialog"]')) return tellWidth();
    window.touchpointsWidth = width;
    window.touchpointsSetWidth(width);
  }, 400);
}

if (window.touchpointsWidth === undefined) {
  window.touchpointsWidth = null;
  addEventListener("resize", tellWidth);
}

export default function ({ data: [data], parentElement, setStateValue }) {
  window.touchpointsAsksWidth = data.asksWidth;
  window.touchpointsSetWidth = (width) => setStateValue("width", width);
  tellWidth();
  document.documentElement.lang = data.language;
  keep(chosen(), data.addresses);
  const buttons = data.looks.map(([look, label]) => button(look, label, data.addresses));
  const shown = group(data.title, buttons);
  if (data.leave) shown.push(...wayOut(data.who, data.leave));
  parentElement.querySelector(".look").replaceChildren(...shown);
}
