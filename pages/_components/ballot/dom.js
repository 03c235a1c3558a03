// Draws what is described, and keeps the elements that are there: focus, scroll position and typed text stay.

function h(tag, props, ...children) {
  const shown = children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
  return { tag, props: props ?? {}, children: shown };
}

function fill(parent, children) {
  const left = new Map();
  for (const node of parent.childNodes) left.set(node.described ?? node, node);
  let place = parent.firstChild;
  children.forEach((child, index) => {
    const name = nameOf(child, index);
    const node = left.get(name) ?? create(child, name);
    left.delete(name);
    if (typeof child === "object") update(node, child);
    else if (node.data !== String(child)) node.data = String(child);
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
  });
  for (const node of left.values()) node.remove();
}

function nameOf(child, index) {
  return typeof child === "object" ? `${child.tag} ${child.props.key ?? index}` : `text ${index}`;
}

function create(child, name) {
  const node = typeof child === "object" ? document.createElement(child.tag) : document.createTextNode("");
  node.described = name;
  return node;
}

const OWN = new Set(["key", "value", "checked", "disabled"]);

function update(element, { props, children }) {
  const before = element.props ?? {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(props)])) {
    if (before[name] !== props[name] && !OWN.has(name)) set(element, name, props[name]);
  }
  element.props = props;
  fill(element, children);
  // After its options: a list of choices takes only a value that it has.
  if ("disabled" in props) element.disabled = Boolean(props.disabled);
  if ("value" in props && element.value !== String(props.value)) element.value = props.value;
}

function set(element, name, value) {
  if (name.startsWith("on")) element[name] = value ?? null;
  else if (value === undefined || value === null || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? "" : value);
}

function button(className, label, onclick, more = {}) {
  return h("button", { type: "button", class: className, onclick, ...more }, label);
}

function filled(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
