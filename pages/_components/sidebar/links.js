// The pages as links. Streamlit's own would each be an element of its own, sent anew with every run.

// On a phone the sidebar covers the page; Streamlit closes it after a click in its own list alone.
function closeSidebarOnPhone() {
  if (!matchMedia("(max-width: 768px)").matches) return;
  document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
}

// As if the browser had gone back to that address: Streamlit then asks for its page without loading itself
// again. Whoever wants a tab of its own gets it from the browser.
function follow(event) {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState(null, "", event.currentTarget.href);
  dispatchEvent(new PopStateEvent("popstate"));
  closeSidebarOnPhone();
}

function link([title, icon, page], query, shown) {
  const made = document.createElement("a");
  made.href = `/${page}${query}`;
  made.addEventListener("click", follow);
  if (page === shown) made.setAttribute("aria-current", "page");
  const sign = document.createElement("span");
  sign.className = "icon";
  sign.setAttribute("aria-hidden", "true");
  sign.textContent = icon;
  made.append(sign, title);
  return made;
}

function linkList({ label, groups, query, shown }) {
  const made = document.createElement("nav");
  made.setAttribute("aria-label", label);
  for (const [title, links] of groups) {
    if (title) {
      const head = document.createElement("p");
      head.textContent = title;
      made.append(head);
    }
    const list = document.createElement("ul");
    for (const one of links) {
      const item = document.createElement("li");
      item.append(link(one, query, shown));
      list.append(item);
    }
    made.append(list);
  }
  return made;
}
